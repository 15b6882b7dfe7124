import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import ts from 'typescript';
import { chartDefaults } from '../../lib/chart/defaults.js';
import { readValues } from '../../lib/helm/read-values.js';
import { isMap, type HelmMap, type HelmValue } from '../../lib/helm/value.js';
import { resolveRelease } from '../../lib/releases/resolve-release.js';
import { TIMELINE } from '../../lib/releases/timeline.js';
import { RELEASE_FOLDERS } from '../support/chart-cases.js';
import { describeUpstream, upstream } from '../support/upstream.js';

function defaults(release: string, linkerdVersion: string): HelmMap {
  const resolved = resolveRelease(release).release;
  if (resolved === undefined) throw new Error(`no release ${release}`);
  return chartDefaults(resolved, linkerdVersion);
}

describeUpstream('defaults', () => {
  test.each(RELEASE_FOLDERS)("of $release are those of the chart's values file", ({ folder, release }) => {
    const file = upstream(`linkerd2/${folder}/chart-values/linkerd-multicluster.values.yaml`);
    expect(existsSync(file)).toBe(true);
    const { values } = readValues(readFileSync(file, 'utf8'));
    expect(defaults(release, 'linkerdVersionValue')).toStrictEqual(values);
  });
});

/** Documentation of a value, by its path. */
interface Documented {
  readonly path: string;
  readonly text: string;
  readonly standard: string | undefined;
  readonly since: string | undefined;
}

/** Every value of `ChartValues`, read from the sources of the types. */
function documented(): Documented[] {
  const folder = fileURLToPath(new URL('../../lib/chart/', import.meta.url));
  const sources = readdirSync(folder).filter((name) => /(^|-)values\.ts$/.test(name));
  const interfaces = new Map(
    sources
      .map((name) =>
        ts.createSourceFile(name, readFileSync(join(folder, name), 'utf8'), ts.ScriptTarget.ES2023, true),
      )
      .flatMap((source) => source.statements.filter(ts.isInterfaceDeclaration))
      .map((node) => [node.name.text, node]),
  );
  const members = (node: ts.InterfaceDeclaration, prefix: string): Documented[] =>
    node.members.filter(ts.isPropertySignature).flatMap((member) => {
      const path = `${prefix}${member.name.getText()}`;
      const tags = new Map(
        ts.getJSDocTags(member).map((tag) => [tag.tagName.text, ts.getTextOfJSDocComment(tag.comment)]),
      );
      const text = ts
        .getJSDocCommentsAndTags(member)
        .map((comment) => comment.getText())
        .join('');
      const inner =
        member.type !== undefined && ts.isTypeReferenceNode(member.type)
          ? interfaces.get(member.type.typeName.getText())
          : undefined;
      const own = { path, text, standard: tags.get('default'), since: tags.get('since') };
      return [own, ...(inner?.name.text.endsWith('Values') === true ? members(inner, `${path}.`) : [])];
    });
  const chart = interfaces.get('ChartValues');
  if (chart === undefined) throw new Error('no ChartValues');
  return members(chart, '');
}

function at(values: HelmMap, path: string): HelmValue | undefined {
  return path
    .split('.')
    .reduce<HelmValue | undefined>((value, key) => (isMap(value) ? value[key] : undefined), values);
}

describe('the documentation of values', () => {
  const values = documented();

  test.each(values.filter(({ standard }) => standard !== undefined))(
    'tells the default of $path',
    ({ path, standard }) => {
      // What the chart leaves unset is off.
      expect(JSON.parse(standard ?? '')).toStrictEqual(
        at(defaults('edge-26.8.3', 'edge-26.8.3'), path) ?? false,
      );
    },
  );

  test('covers every default of the chart', () => {
    const known = new Set(values.map(({ path }) => path));
    const missing = (map: HelmMap, prefix: string): string[] =>
      Object.entries(map).flatMap(([key, value]) => {
        const path = `${prefix}${key}`;
        if (!known.has(path)) return [path];
        return isMap(value) ? missing(value, `${path}.`) : [];
      });
    expect(missing(defaults('edge-26.8.3', 'edge-26.8.3'), '')).toStrictEqual([]);
  });

  test('names the release that brought a value, as the timeline does', () => {
    const brought = TIMELINE.flatMap(({ edge, stable, values: paths = [] }) =>
      paths.map((path) => [
        path,
        stable?.startsWith('2.14.') === true ? `stable-${stable}` : `${edge} (${stable ?? ''})`,
      ]),
    );
    const chartOnly = brought.filter(([path]) => values.some((value) => value.path === path));
    expect(chartOnly.length).toBeGreaterThan(10);
    for (const [path, release] of chartOnly) {
      expect(values.find((value) => value.path === path)?.since, path).toBe(release);
    }
  });
});
