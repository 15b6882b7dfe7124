import { columnOf, holdsSecret, indentOf, keysAlone, mask } from './secret-document.js';
import { secretName } from './secret-forms.js';

/** Names whose value is a secret and nothing else; what `secretName` knows beyond them is a section or a reference, too. */
const strongName =
  /(?:token|passw(?:or)?d|passphrase|(?:access|api|private|client|account|signing|encryption|unseal)[-_.]?(?:key|secret)(?:[-_.]?data)?|key[-_.]?pem|\.key)$/i;

/** What stands before the key of a line: marks of lists and explicit keys, anchors and tags. */
const keyLine = /^(?:[\s?[{-]|[&!][\w!:.-]*\s)*(["']?)[\w./][\w./-]*\1\s*:(?=\s|$)/;

/** A key or variable anywhere in a line, up to its value. */
const keys = /(?<![\w.-])["']?([\w.-]+)["']?\s*[:=](?!=)[ \t]*/g;

/** An explicit key, whose value stands on a line of its own. */
const explicitKey = /^[\s-]*\?\s+["']?([\w.-]+)["']?\s*$/;

/** What tells nothing: no value, a switch, a template's action, a variable's name. */
const harmless =
  /^(?:["']?(?:true|false|null|~|["']{2}|\{\s*\}|\[\s*\]|\{\{[^{}"'`]*\}\}|\$(?:\{\w+\}|\(\w+\)))?["']?[\s,}\]]*)(?:\s#.*)?$/;

/** Words of a name, which a secret key of that kind refers to: `cluster-credentials-hub`, quoted or not. */
const reference = /^(["']?)[a-z]+(?:[A-Z][a-z]+)*(?:[-./][a-z]+)*\1[\s,}\]]*(?:\s#.*)?$/;

/** A value that is a mapping by its looks, so that its keys are looked at one by one. */
const structure = /^[{[][\s{[]*(?:["']?[\w./-]+["']?\s*:|[}\]]|$)/;

/**
 * A text of YAML or JSON, sound or not, without the values that are secret by their place: the same lines, shorter.
 *
 * The whole rest of a line is hidden behind a key that is called password or the like, and the lines below that are no
 * keys beside it, whatever they begin with: of a broken text nobody can tell where the value ends. Of a document with a
 * Secret only the keys are left, and who it is.
 */
export function withoutSecretValues(text: string): string {
  const lines = text.split(/\r?\n/);
  for (let start = 0; start < lines.length;) {
    let end = start + 1;
    while (end < lines.length && !/^---(?:\s|$)/.test(lines[end] ?? '')) end++;
    const document = lines.slice(start, end);
    const named = byName(document);
    const hidden = holdsSecret(document.join('\n')) ? keysAlone(named) : named;
    for (let i = start; i < end; i++) lines[i] = hidden[i - start] ?? '';
    start = end;
  }
  return lines.join('\n');
}

/** Fields of a key or token that is described rather than written: of cert-manager, of projected volumes, of references. */
const described =
  /^\s*(?:-\s+){0,99}(?:algorithm|encoding|size|rotationPolicy|name|key|namespace|secretRef|secretKeyRef|expirationSeconds|audience):\s/;

/** Lines below a key whose value is secret: how deep it stands, and whether all below it is the value. */
interface Below {
  readonly column: number;
  readonly isStrong: boolean;
  /** True where nothing stands beside the key: a mapping may follow. */
  readonly isEmpty: boolean;
}

function byName(lines: readonly string[]): string[] {
  let below: Below | undefined;
  let named: string | undefined;
  return lines.map((line) => {
    if (!/\S/.test(line)) return line;
    const isKey = keyLine.test(line);
    if (below !== undefined) {
      const column = indentOf(line).length;
      const isBeside = column < below.column || (column === below.column && !/^\s*-/.test(line));
      const isOver = isKey && (isBeside || !below.isStrong || (below.isEmpty && described.test(line)));
      if (!isOver && (below.isStrong || !/^\s*#/.test(line))) return indentOf(line) + mask;
      if (isKey && isBeside) below = undefined;
    }
    const explicit = explicitKey.exec(line)?.[1];
    if (explicit !== undefined && isSecret(explicit)) {
      below = { column: indentOf(line).length, isStrong: true, isEmpty: false };
      return line;
    }
    const isNamedValue = named !== undefined && isSecret(named);
    named = /\bname["']?:\s*["']?([\w.-]+)/.exec(line)?.[1];
    for (const match of line.matchAll(keys)) {
      const [before, name = ''] = match;
      const isVariable = isNamedValue && name === 'value';
      if (!isVariable && !isSecret(name)) continue;
      const isStrong = isVariable || strongName.test(name);
      const from = match.index + before.length;
      const value = line.slice(from);
      const isLast = /^\s*(?:#.*)?$/.test(value);
      const isBlock = /^[|>]/.test(value);
      const isOpen = isStrong || isLast || isBlock;
      if (isOpen && !/^\s*#/.test(line))
        below = { column: columnOf(line), isStrong: isStrong || isBlock, isEmpty: isLast };
      if (isLast || harmless.test(value) || (isBlock && /^[|>][-+\d]*\s*$/.test(value))) continue;
      if (!isStrong && (reference.test(value) || structure.test(value))) continue;
      return line.slice(0, from) + mask;
    }
    return line;
  });
}

function isSecret(name: string): boolean {
  // settings of how a pod gets one
  if (/serviceAccountToken$/i.test(name)) return false;
  return strongName.test(name) || secretName.test(name);
}
