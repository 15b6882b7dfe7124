import { madeBy } from '../output/ownership.js';

/** First line of a written file: what made it from what. No date and no version: the same input, the same bytes. */
export function headerFor(source: string): string {
  return `${madeBy}${source}: change that and run \`linkspan synth\`, edits made here are lost.`;
}
