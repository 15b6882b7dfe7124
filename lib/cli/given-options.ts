import { Option, type Command } from 'commander';
import type { PredictionFormat } from '../simulator/prediction/render-prediction.js';
import { repeated } from './repeated.js';

/** What is told of manifests that a question is answered from, and how the answer is printed. */
export interface GivenFlags {
  readonly cluster: readonly string[];
  readonly fleet?: string;
  readonly release?: string;
  readonly format: PredictionFormat;
}

/** Adds the flags of {@link GivenFlags} to a command. */
export function withGivenOptions(command: Command): Command {
  return command
    .option(
      '--cluster <name=path>',
      'more manifests of a cluster: a file, a folder or - (repeatable)',
      repeated,
      [],
    )
    .option(
      '--fleet <file>',
      'names and release of the clusters (default: config/fleet.yaml, if there is one)',
    )
    .option('--release <release>', 'the Linkerd release that runs, when no manifest tells')
    .addOption(
      new Option('--format <format>', 'how to print').choices(['text', 'markdown', 'json']).default('text'),
    );
}
