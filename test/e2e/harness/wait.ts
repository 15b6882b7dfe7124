import { setTimeout as sleep } from 'node:timers/promises';

import { tail, type Running } from './processes.js';

/** What a wait knows beyond its condition. */
export interface Waiting {
  /** Longest time to wait. @default 60 */
  readonly seconds?: number;
  /** Processes that the condition depends on: their end ends the wait, and their last words are in the message. */
  readonly on?: readonly Running[];
}

/**
 * Tries a condition until it holds: at first often, later every half second.
 *
 * A condition holds when it returns anything but undefined or false, and that is what is returned. One that throws does
 * not hold yet. Rejects when time is up, with the last reason.
 */
export async function until<Value>(
  what: string,
  condition: () => Promise<Value | undefined | false> | Value | undefined | false,
  { seconds = 60, on = [] }: Waiting = {},
): Promise<Value> {
  const deadline = performance.now() + seconds * 1000;
  let reason = '';
  for (let pause = 50; performance.now() < deadline; pause = Math.min(pause * 1.3, 500)) {
    try {
      const value = await condition();
      if (value !== undefined && value !== false) return value;
      reason = '';
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error);
    }
    const ended = on.find((process) => !process.isAlive());
    if (ended !== undefined) throw new Error(`${ended.name} ended before: ${what}\n${tail(ended.log)}`);
    await sleep(pause);
  }
  const logs = on.map((process) => `${process.name}:\n${tail(process.log)}`);
  throw new Error(
    [`gave up after ${seconds} s: ${what}`, reason, ...logs].filter((line) => line !== '').join('\n'),
  );
}
