import { beforeEach, expect, test, vi } from 'vitest';
import { Progress } from '../../lib/cli/progress.js';

const clock = vi.hoisted(() => ({ now: 0 }));
vi.mock('../../lib/output/clock.js', () => ({ clockMilliseconds: () => clock.now }));

/** What takes the terminal's line away: back to its start, and nothing behind. */
const clear = '\r\u001b[K';

let written: string[] = [];

function progressOn(isTTY: boolean): Progress {
  return new Progress(() => ({ isTTY, write: (text) => written.push(text) }));
}

beforeEach(() => {
  clock.now = 5000;
  written = [];
});

test('one line tells how many clusters are done, at which rate, and how long still', () => {
  const progress = progressOn(true);
  clock.now += 1250;
  progress.clusters(250, 1000);
  clock.now += 1250;
  progress.clusters(600, 1000);
  expect(written).toEqual([
    `${clear}rendering: 250 of 1000 clusters, 200 a second, 4 s left`,
    `${clear}rendering: 600 of 1000 clusters, 240 a second, 2 s left`,
  ]);
});

test('the line is written anew ten times a second at most', () => {
  const progress = progressOn(true);
  clock.now += 2000;
  for (let done = 1; done <= 100; done++) {
    clock.now += 10;
    progress.clusters(done, 1000);
  }
  expect(written.length).toBeGreaterThan(5);
  expect(written.length).toBeLessThanOrEqual(11);
});

test('what comes after the clusters is told in its place, and nothing is left at the end', () => {
  const progress = progressOn(true);
  clock.now += 3000;
  progress.clusters(1000, 1000);
  progress.doing('linking the fleet');
  progress.end();
  expect(written.slice(1)).toEqual([`${clear}linking the fleet`, clear]);
  expect(written.join('')).not.toContain('\n');
});

test('a short run shows nothing', () => {
  const progress = progressOn(true);
  clock.now += 900;
  progress.clusters(1, 2);
  progress.doing('linking the fleet');
  progress.end();
  expect(written).toEqual([]);
});

test('a run that is no terminal shows nothing', () => {
  const progress = progressOn(false);
  clock.now += 9000;
  progress.clusters(1, 2);
  progress.doing('linking the fleet');
  progress.end();
  expect(written).toEqual([]);
});
