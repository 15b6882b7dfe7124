import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

import { programVersion, unbuilt } from './harness/programs.js';

/** What the run was made with. */
function programs(): string {
  if (unbuilt().length > 0) return 'no programs built';
  const kubernetes = programVersion('kube-apiserver');
  return `Kubernetes ${kubernetes}, Argo CD ${programVersion('argocd-repo-server')} and KWOK ${programVersion('kwok')}`;
}

/** One line of the report. */
interface Row {
  readonly claim: string;
  readonly evidence: string;
  readonly seconds: string;
}

/**
 * Writes what a run showed as a table: to the folder `build`, and to where LINKSPAN_E2E_REPORT says.
 *
 * The committed `report.md` is such a file of one run; seconds differ from run to run, so no run writes it unasked.
 */
export class Report implements Reporter {
  readonly #started = performance.now();

  onTestRunEnd(modules: readonly TestModule[]): void {
    const sorted = [...modules].sort((a, b) => (a.moduleId < b.moduleId ? -1 : 1));
    const rows = sorted.flatMap((module) => [...module.children.allTests()].map(row));
    const seconds = ((performance.now() - this.#started) / 1000).toFixed(0);
    const table = [
      '# What real programs made of dist',
      '',
      `Written by a run of \`npm run test:e2e\` that took ${seconds} s, with ${programs()}.`,
      '',
      '| claim | evidence | seconds |',
      '| --- | --- | ---: |',
      ...rows.map(({ claim, evidence, seconds }) => `| ${cell(claim)} | ${cell(evidence)} | ${seconds} |`),
      '',
    ].join('\n');
    for (const path of ['build/e2e-report.md', process.env.LINKSPAN_E2E_REPORT ?? '']) {
      if (path === '') continue;
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, table);
    }
    process.stderr.write(`\n${table}\n`);
  }
}

function row(test: TestCase): Row {
  const result = test.result();
  const seen = test.meta().evidence ?? '';
  const evidence = {
    passed: seen === '' ? 'passed' : seen,
    skipped: `skipped: ${('note' in result ? result.note : undefined) ?? 'see the title'}`,
    failed: `**failed**: ${result.errors?.[0]?.message.split('\n')[0] ?? ''}`,
    pending: 'did not end',
  }[result.state];
  return { claim: test.fullName, evidence, seconds: ((test.diagnostic()?.duration ?? 0) / 1000).toFixed(1) };
}

/** Text as a table's cell holds it. */
function cell(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('<', '&lt;');
}
