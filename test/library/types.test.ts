import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

const declarations = fileURLToPath(new URL('../../build/types/lib/index.d.ts', import.meta.url));

test('the types need no others than those of cdk8s and constructs', () => {
  const program = ts.createProgram([declarations], {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    strict: true,
    noEmit: true,
    // a consumer may have no types of Node
    types: [],
  });
  const messages = ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) =>
        `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
  expect(messages).toEqual([]);
});
