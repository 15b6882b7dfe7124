type Fields = Record<string, unknown>;
type Place = readonly (string | number)[];

/** Maps whose keys are names that users choose. */
const free = new Set([
  ...[
    'labels',
    'annotations',
    'matchLabels',
    'nodeSelector',
    'selector',
    'data',
    'stringData',
    'limits',
    'requests',
  ],
  ...['properties', 'podAnnotations', 'default'],
]);

/** The places of all keys whose meaning is fixed by the kind of the object: what a typo makes unknown. */
export function typoPlaces(object: unknown, place: Place = []): Place[] {
  if (Array.isArray(object)) return object.flatMap((item, i) => typoPlaces(item, [...place, i]));
  if (typeof object !== 'object' || object === null) return [];
  const parent = place.at(-1);
  // a selector is a map of labels or an object with matchLabels in it
  const isFree =
    typeof parent === 'string' &&
    free.has(parent) &&
    !(parent === 'selector' && Object.keys(object).some((key) => /^match[LE]/.test(key)));
  return Object.entries(object).flatMap(([key, value]) => {
    const own = [...place, key];
    const isIdentity = place.length === 0 && (key === 'apiVersion' || key === 'kind');
    return [...(isFree || isIdentity ? [] : [own]), ...typoPlaces(value, own)];
  });
}

/** A copy in which one letter of the key at `place` is doubled, lost or swapped, as `slip` says. */
export function withTypo(
  object: unknown,
  place: Place,
  slip: number,
): { object: unknown; key: string; path: string } {
  const copy = structuredClone(object);
  const key = String(place.at(-1));
  const typo = misspelled(key, slip);
  const parents = place.slice(0, -1);
  const parent = parents.reduce<unknown>((value, step) => (value as Fields)[step], copy) as Fields;
  const entries = Object.entries(parent).map(([name, value]) => [name === key ? typo : name, value] as const);
  for (const name of Object.keys(parent)) Reflect.deleteProperty(parent, name);
  Object.assign(parent, Object.fromEntries(entries));
  return { object: copy, key, path: pathText([...parents, typo]) };
}

function misspelled(key: string, slip: number): string {
  const at = slip % key.length;
  const swapped = key.slice(0, at) + key.slice(at + 1, at + 2) + key.slice(at, at + 1) + key.slice(at + 2);
  const lost = key.slice(0, at) + key.slice(at + 1);
  const doubled = key.slice(0, at + 1) + key.slice(at);
  const choices = [doubled, swapped, lost].filter((typo) => typo !== key && typo !== '');
  return choices[slip % choices.length] ?? doubled;
}

function pathText(place: Place): string {
  return place
    .map((step) =>
      typeof step === 'number'
        ? `[${step}]`
        : /^[\w-]+$/.test(step)
          ? `.${step}`
          : `[${JSON.stringify(step)}]`,
    )
    .join('')
    .replace(/^\./, '');
}
