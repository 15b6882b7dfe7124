import type { CommandExample, CommandStep } from './command-example.js';

/** One run of the linker on a folder of manifests of one cluster. */
function manifests(files: Readonly<Record<string, string | Uint8Array>>): CommandExample {
  const below = Object.entries(files).map(([name, text]) => [`fleet/east/${name}`, text]);
  return {
    steps: [{ args: ['check', 'fleet'], files: Object.fromEntries(below) as CommandStep['files'] & object }],
  };
}

/** Commands that make each code of the reading of manifests be reported. */
export const manifestExamples: Readonly<Record<string, CommandExample>> = {
  NOTHING_LINKED: manifests({ 'all.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }\n' }),
  FILE_TEMPLATE: manifests({ 'all.yaml': '{{- if .Values.enabled }}\nkind: Service\n{{- end }}\n' }),
  MANIFEST_INCOMPLETE: manifests({ 'all.yaml': 'kind: Service\nmetadata: { name: web }\n' }),
  FILE_NO_MANIFEST: {
    steps: [{ args: ['predict', '--cluster', 'east=notes.txt'], files: { 'notes.txt': 'hello world\n' } }],
  },
  FILE_NOT_TEXT: manifests({ 'all.yaml': Uint8Array.from([0x6b, 0x3a, 0xe9, 0x00, 0x0a]) }),
  FILE_TOO_LARGE: manifests({ 'all.yaml': '# a long line of a dump\n'.repeat(3_000_000) }),
  SUPPRESSION_FORM: manifests({
    'all.yaml': `apiVersion: v1
kind: Service
metadata:
  name: web
  labels: { mirror.linkerd.io/exported: "yes" }
  annotations: { linkspan.io/suppress: EXPORT_VALUE }
`,
  }),
};
