import { emptySymbols, type ClusterSymbols } from '../symbols/cluster-symbols.js';
import { readObject } from '../symbols/read-object.js';
import { Reader } from '../symbols/reader.js';
import type { GivenCluster } from './prediction/given.js';

/** The linker's symbols of given manifests, with places. */
export function symbolsOfGiven({ name, manifests }: GivenCluster): ClusterSymbols {
  const symbols = emptySymbols(name);
  for (const { object, file, locate } of manifests) readObject(symbols, new Reader(object, [], locate), file);
  return symbols;
}
