import { writeSync } from 'node:fs';
import { beforeEach, describe, expect, test, vi } from 'vitest';

vi.mock('node:fs', async (original) => ({ ...(await original<object>()), writeSync: vi.fn() }));

const failed = (code: string): Error => Object.assign(new Error(code), { code });

describe.skipIf(process.platform === 'win32')('what a command prints', () => {
  let written: string;
  let streamed: string;

  beforeEach(() => {
    vi.resetModules();
    process.stdout.removeAllListeners('error');
    written = '';
    streamed = '';
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      streamed += text.toString();
      return true;
    });
  });

  /** The descriptor takes four bytes at a time, and so often. */
  function takes(times: number, then: Error): void {
    vi.mocked(writeSync).mockImplementation((_, bytes) => {
      if (times-- === 0) throw then;
      written += (bytes as unknown as Buffer).subarray(0, 4).toString();
      return 4;
    });
  }

  /** Prints, and tells whether some of it may still be on its way. */
  async function print(...texts: string[]): Promise<boolean> {
    const { isPrinting, processTerminal } = await import('../../lib/cli/terminal.js');
    texts.forEach(processTerminal.out);
    return isPrinting();
  }

  test('is printed when the descriptor has taken it', async () => {
    takes(4, failed('EIO'));
    expect(await print('one two three')).toBe(false);
    expect([written, streamed]).toEqual(['one two three', '']);
  });

  test('goes on by the stream, in order, where a full pipe does not wait', async () => {
    takes(2, failed('EAGAIN'));
    expect(await print('one two three', ' four')).toBe(true);
    expect([written, streamed]).toEqual(['one two ', 'three four']);
  });

  test('is left out once the reader is gone', async () => {
    takes(1, failed('EPIPE'));
    await print('one two three', ' four');
    expect([written, streamed]).toEqual(['one ', '']);
  });

  test('fails in one line where the descriptor does', async () => {
    takes(0, failed('EIO'));
    await expect(print('one')).rejects.toThrow(
      /^cannot write to standard output: the system refuses it \(EIO\)$/,
    );
  });

  test('ends the process in one line where the stream fails later', async () => {
    const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never);
    takes(0, failed('EAGAIN'));
    await print('one');
    takes(100, failed('EAGAIN'));
    process.stdout.emit('error', failed('ENOSPC'));
    expect(written).toBe('error: cannot write to standard output: no space is left (ENOSPC)\n');
    expect(exit).toHaveBeenCalledWith(1);
    exit.mockRestore();
  });
});
