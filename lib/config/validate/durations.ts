import { durationOfAnyLength, longestGoDuration } from '../../helm/go-duration.js';
import { shortened } from './field-text.js';
import type { Mistake } from './type-mistakes.js';

/** Why Go does not read a text as a duration above nothing; see https://pkg.go.dev/time#ParseDuration. */
export function goDurationMistake(text: string): Mistake | undefined {
  const why = "the service mirror and the operators read it with Go's time.ParseDuration";
  const nanoseconds = durationOfAnyLength(text);
  if (nanoseconds === undefined)
    return { message: `\`${shortened(text)}\` is no duration that Go reads`, why, fix: goFix(text) };
  if (nanoseconds < 10) {
    return {
      message: `\`${shortened(text)}\` is no time to wait`,
      why: 'a period of nothing stops the controller',
      fix: 'write a duration such as `3s`',
    };
  }
  if (nanoseconds >= longestGoDuration)
    return {
      message: `\`${shortened(text)}\` is longer than Go can count`,
      why,
      fix: 'write at most 290 years',
    };
  return undefined;
}

/** Why Prometheus does not read a text as a duration above nothing. */
export function prometheusDurationMistake(text: string): Mistake | undefined {
  const form = /^(\d+y)?(\d+w)?(\d+d)?(\d+h)?(\d+m)?(\d+s)?(\d+ms)?$/;
  if (text !== '' && form.test(text) && /[1-9]/.test(text)) return undefined;
  return {
    message: `\`${shortened(text)}\` is no duration that Prometheus reads`,
    why: 'it takes whole numbers with the units y, w, d, h, m, s, ms, the largest first',
    fix: goFix(text),
  };
}

/** A duration that was likely meant: `5 seconds`, `5 s`, `5sec` and a bare `5` are `5s`; a day is 24 hours. */
function goFix(text: string): string {
  const match = /^\s*(\d+)\s*([a-zA-Z]*)\s*$/.exec(text);
  const [, amount = '', word = ''] = match ?? [];
  if (match === null) return 'write a duration such as `3s`, `1m30s` or `500ms`';
  const unit = word.toLowerCase();
  if (/^d(ays?)?$/.test(unit)) return `write \`${Number(amount) * 24}h\``;
  if (/^w(eeks?)?$/.test(unit)) return `write \`${Number(amount) * 168}h\``;
  if (/^(m|min|mins|minutes?)$/.test(unit)) return `write \`${amount}m\``;
  if (/^(h|hrs?|hours?)$/.test(unit)) return `write \`${amount}h\``;
  if (/^(ms|msecs?|millis|milliseconds?)$/.test(unit)) return `write \`${amount}ms\``;
  if (/^(|s|secs?|seconds?)$/.test(unit)) return `write \`${amount}s\``;
  return 'write a duration such as `3s`, `1m30s` or `500ms`';
}
