import { shortened } from './field-text.js';
import type { Mistake } from './type-mistakes.js';

/** Why a text is no name of a Linkerd release. Whether the release is supported is not asked here. */
export function releaseMistake(text: string): Mistake | undefined {
  if (/^(edge-\d+\.\d+\.\d+|(stable-)?2\.\d+(\.\d+)?)$/.test(text)) return undefined;
  const chart = /^20(\d\d)\.(\d+)\.(\d+)$/.exec(text);
  const edge = /^(?:v|edge[-_ ]?)?(\d\d\.\d+\.\d+)$/i.exec(text);
  const stable = /^(?:v|stable[-_ ]?)?(2\.\d+(?:\.\d+)?)$/i.exec(text);
  const meant =
    chart !== null
      ? `edge-${chart[1] ?? ''}.${chart[2] ?? ''}.${chart[3] ?? ''}`
      : edge !== null
        ? `edge-${edge[1] ?? ''}`
        : stable?.[1];
  return {
    message: `\`${shortened(text)}\` is no Linkerd release`,
    ...(chart === null ? {} : { why: 'that is the version of a chart' }),
    fix:
      meant === undefined
        ? 'write an edge such as `edge-26.8.2`, or a stable such as `2.18`'
        : `write \`${meant}\``,
  };
}
