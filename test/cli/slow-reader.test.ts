import { spawn, spawnSync } from 'node:child_process';
import { closeSync, constants, createReadStream, openSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { folderWith } from '../support/config-folder.js';
import { linkspan } from '../support/run-command.js';

const command = fileURLToPath(new URL('../../bin/linkspan.js', import.meta.url));

/** More than a pipe holds. */
const wrong = `name: many\nclusters:\n${Array.from({ length: 500 }, (_, i) => `  c${i}: { gatewai: {} }\n`).join('')}`;

test.skipIf(process.platform === 'win32')('all is printed to a full pipe that does not wait', async () => {
  const cwd = folderWith({ 'config/fleet.yaml': wrong });
  const args = ['check', '--format', 'json'];
  const { out } = linkspan(args, { cwd });
  expect(out.length).toBeGreaterThan(1 << 17);

  const pipe = join(cwd, 'pipe');
  spawnSync('mkfifo', [pipe]);
  // a pipe is opened to be written to where somebody reads, and to be read where somebody writes
  const first = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
  const writer = openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK);
  const reader = openSync(pipe, constants.O_RDONLY);
  closeSync(first);
  const child = spawn(process.execPath, [command, ...args], { cwd, stdio: ['ignore', writer, 'inherit'] });
  // whoever takes a pipe for a socket has it not wait, for all who share it; to begin with, a child's own does
  new Socket({ fd: writer, readable: false, writable: true }).destroy();
  const ended = new Promise((resolve) => child.on('exit', resolve));
  // whoever ends without waiting has ended by now
  await Promise.race([ended, setTimeout(2000)]);
  let read = '';
  for await (const chunk of createReadStream('', { fd: reader, encoding: 'utf8' })) read += String(chunk);
  expect(read).toBe(out);
  expect(await ended).toBe(1);
});
