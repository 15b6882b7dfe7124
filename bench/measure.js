import { spawnSync } from 'node:child_process';

/** A whole process as the system accounts for it: seconds of processor time, and of the clock. */
export function measure(command, args, { cwd, env } = {}) {
  // bash reports user and system time of everything that the command started
  const run = spawnSync('bash', ['-c', 'TIMEFORMAT="%U %S %R"; time "$@"', 'bash', command, ...args], {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const lines = run.stderr.trimEnd().split('\n');
  const [user, system, wall] = (lines.pop() ?? '').split(' ').map(Number);
  if (run.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${lines.slice(-5).join('\n')}`);
  return { cpu: user + system, wall, stdout: run.stdout };
}

/** A script of the bench that measures itself and prints its figures as JSON. */
export function measureScript(script, args) {
  const run = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}

/** What a piece of synchronous work costs in this process. */
export function measureHere(work) {
  const cpu = process.cpuUsage();
  const wall = performance.now();
  work();
  const used = process.cpuUsage(cpu);
  return { cpu: (used.user + used.system) / 1e6, wall: (performance.now() - wall) / 1e3 };
}

/** The middle of several figures. */
export function median(figures) {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** What is left of a cost when part of it is taken away, by both clocks. */
export function less(cost, part) {
  return { cpu: cost.cpu - part.cpu, wall: cost.wall - part.wall };
}

/** What one of so many costs, by both clocks. */
export function each(cost, count) {
  return { cpu: cost.cpu / count, wall: cost.wall / count };
}

/** How many times a cost is another, by both clocks. */
export function times(cost, other) {
  return { cpu: cost.cpu / other.cpu, wall: cost.wall / other.wall };
}

/** The middle of several costs or ratios, by each clock on its own. */
export function middle(costs) {
  return { cpu: median(costs.map(({ cpu }) => cpu)), wall: median(costs.map(({ wall }) => wall)) };
}

/** Runs two things in turn, as the machine's own speed drifts, and gives the middle of their ratios. */
export function paired(rounds, ours, theirs) {
  return middle(Array.from({ length: rounds }, () => times(ours(), theirs())));
}
