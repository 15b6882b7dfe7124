// Writes docs/rules.md from the rules of the linker. A test fails when the file is stale.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const bundle = `${root}node_modules/.cache/rules-doc.mjs`;
mkdirSync(`${root}node_modules/.cache`, { recursive: true });
await build({
  entryPoints: ['lib/checks/rule-page.ts'],
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: bundle,
  logLevel: 'error',
});
const { rulesDocument } = await import(bundle);
mkdirSync('docs', { recursive: true });
writeFileSync('docs/rules.md', rulesDocument());
rmSync(bundle);
