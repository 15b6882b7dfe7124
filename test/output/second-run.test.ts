import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openOutput } from '../../lib/output/output.js';
import { readTree } from './trees.js';
import { after, before, dist, home, put, run } from './workspace.js';

describe('a second run', () => {
  it('says so when another one holds the folder', () => {
    run(before);
    const first = openOutput({ outDir: dist });
    first.output?.add('a.yaml', 'x');
    const ran = run(after);
    expect(ran.codes).toEqual(['OUTPUT_BUSY']);
    expect(ran.messages[0]).toContain(String(process.pid));
    expect(first.output?.finish().diagnostics).toEqual([]);
    expect(run(after).codes).toEqual([]);
  });

  it('waits for another one that ends in time', () => {
    run(before);
    const held = `process.stdout.write('x'); setTimeout(() => require('fs').unlinkSync(process.argv[1]), 300)`;
    const lock = join(home, '.linkspan/dist/lock');
    put('.linkspan/dist/lock', '1\n');
    const script = `require('fs').writeFileSync(process.argv[1], process.pid + '\\n' + require('os').hostname() + '\\n\\n'); ${held}`;
    spawnSync('sh', ['-c', `"$0" -e "$1" "$2" >/dev/null 2>&1 & sleep 0.1`, process.execPath, script, lock]);
    expect(run(after, { lockWaitMilliseconds: 20_000 }).codes).toEqual([]);
  });

  it('takes over from one that died', () => {
    const dead = spawnSync(process.execPath, [
      '-e',
      'process.stdout.write(`${process.pid}\\n${os.hostname()}\\n1\\n`)',
    ]);
    put('.linkspan/dist/lock', dead.stdout.toString());
    expect(run(after).codes).toEqual([]);
    expect(readdirSync(home)).toEqual(['dist']);
  });
});

describe('a journal', () => {
  it('of another version stops the run', () => {
    run(before);
    put('.linkspan/dist/journal', 'linkspan journal 99\nwhatever\nend\n');
    expect(run(after).codes).toEqual(['OUTPUT_UNFINISHED']);
    expect(readTree(dist)).toMatchObject(before);
  });

  it('that somebody stands in the way of is kept until they are gone', () => {
    run(before);
    put('.linkspan/dist/stage/0', 'new\n');
    put('.linkspan/dist/journal', 'linkspan journal 1\n["create","clusters/a.yaml","0"]\nend\n');
    put('dist/clusters/a.yaml', 'mine\n');
    expect(run(after).codes).toEqual(['OUTPUT_UNFINISHED', 'OUTPUT_FOREIGN_FILE']);
    rmSync(join(dist, 'clusters/a.yaml'));
    const opened = openOutput({ outDir: dist });
    expect(opened.diagnostics).toMatchObject([{ code: 'OUTPUT_UNFINISHED', severity: 'info' }]);
    opened.output?.abort();
    expect(readTree(dist)['clusters/a.yaml']).toBe('new\n');
  });
});
