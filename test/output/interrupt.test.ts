import { afterEach, expect, it } from 'vitest';
import { interruptedExitCode, watchInterrupts, type Interrupts } from '../../lib/output/interrupt.js';

let interrupts: Interrupts | undefined;
afterEach(() => {
  interrupts?.stop();
});

it('tells at a pause which signal came first', async () => {
  interrupts = watchInterrupts();
  expect(await interrupts.pause()).toBe(false);
  process.emit('SIGTERM', 'SIGTERM');
  expect(await interrupts.pause()).toBe(true);
  expect(interrupts.signal).toBe('SIGTERM');
});

it('leaves a second signal to the system, and all of them after stop', () => {
  const before = process.listenerCount('SIGINT');
  interrupts = watchInterrupts();
  expect(process.listenerCount('SIGINT')).toBe(before + 1);
  process.emit('SIGINT', 'SIGINT');
  expect(process.listenerCount('SIGINT')).toBe(before);
  interrupts = watchInterrupts();
  interrupts.stop();
  expect(process.listenerCount('SIGINT')).toBe(before);
});

it('counts exit codes as shells do', () => {
  expect((['SIGHUP', 'SIGINT', 'SIGTERM'] as const).map(interruptedExitCode)).toEqual([129, 130, 143]);
});
