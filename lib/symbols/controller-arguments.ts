/** What a mirror controller reads from its arguments. */
export interface ControllerArguments {
  /** The value of each flag; of a switch `true` or `false`, as far as Go can tell. */
  readonly flags: ReadonlyMap<string, string>;
  /** The Link it serves: the first argument that belongs to no flag. */
  readonly linkName?: string;
  /** Where among the arguments that one stands. */
  readonly linkAt?: number;
}

/** Arguments of a container in manifests; containers of many clusters share them. */
type ArgumentFields = readonly { readonly value: string }[];

const known = new WeakMap<ArgumentFields, ControllerArguments>();

/** The same of arguments in manifests, each list of which is looked at once. */
export function argumentsIn(args: ArgumentFields): ControllerArguments {
  let found = known.get(args);
  if (found === undefined) known.set(args, (found = controllerArguments(args.map(({ value }) => value))));
  return found;
}

const switches = new Set([
  'enable-headless-services',
  'enable-namespace-creation',
  'enable-pprof',
  'local-mirror',
  'version',
]);
const truths = new Set(['1', 't', 'T', 'true', 'TRUE', 'True']);
const falsehoods = new Set(['0', 'f', 'F', 'false', 'FALSE', 'False']);

function switchValue(text: string | undefined): string {
  if (text === undefined || truths.has(text)) return 'true';
  return falsehoods.has(text) ? 'false' : text;
}

/**
 * Arguments of a mirror controller, with its command `service-mirror` or without, as Go's `flag` takes them.
 *
 * A flag has one dash or two, and its value after `=` or, unless it is a switch, in the next argument;
 * the last one counts. Flags end at the first argument that is none, or at `--`.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/cmd/service-mirror/main.go
 */
export function controllerArguments(args: readonly string[]): ControllerArguments {
  const flags = new Map<string, string>();
  let at = args[0] === 'service-mirror' ? 1 : 0;
  for (; at < args.length; at += 1) {
    const [, name, value] = /^--?([^-=][^=]*)(?:=(.*))?$/s.exec(args[at] ?? '') ?? [];
    if (name === undefined) break;
    if (switches.has(name)) flags.set(name, switchValue(value));
    else flags.set(name, value ?? args[(at += 1)] ?? '');
  }
  if (args[at] === '--') at += 1;
  const linkName = args[at];
  return linkName === undefined ? { flags } : { flags, linkName, linkAt: at };
}
