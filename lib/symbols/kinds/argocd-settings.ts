import type { Field } from '../field.js';
import type { ObjectSymbol } from '../object.js';
import type { Reader } from '../reader.js';

/** One setting of Argo CD. */
export interface Setting extends Field<string> {
  readonly key: string;
  /** The ConfigMap it stands in, or would stand in once the chart's values are rendered. */
  readonly map: SettingsMap;
}

/** The two ConfigMaps of Argo CD that are easily mixed up. */
export type SettingsMap = 'argocd-cm' | 'argocd-cmd-params-cm';

/** Settings of Argo CD: a ConfigMap of its, or values of its chart. */
export interface SettingsSymbol extends ObjectSymbol {
  readonly settings: readonly Setting[];
}

/** Reads ConfigMap `argocd-cm` or `argocd-cmd-params-cm`. */
export function readSettings(object: ObjectSymbol, reader: Reader): SettingsSymbol {
  return { ...object, settings: settingsOf(reader, 'data', object.name as SettingsMap) };
}

/** Reads `configs` of the values of Argo CD's chart, where `cm` and `params` become the two ConfigMaps. */
export function readSettingValues(object: ObjectSymbol, reader: Reader): SettingsSymbol {
  return {
    ...object,
    settings: [
      ...settingsOf(reader, 'cm', 'argocd-cm'),
      ...settingsOf(reader, 'params', 'argocd-cmd-params-cm'),
    ],
  };
}

function settingsOf(reader: Reader, part: string, map: SettingsMap): Setting[] {
  const value = reader.raw(part);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([key, each]: [string, unknown]) => ({
    ...reader.field(typeof each === 'object' ? '' : String(each), [part, key]),
    key,
    map,
  }));
}
