/** What a template of one action does to the value it takes. */
export interface Encoding {
  /** The key it takes: `kubeconfig` in `{{ .kubeconfig | b64enc }}`. */
  readonly key: string;
  /** How often it encodes, less how often it decodes. */
  readonly times: number;
}

const action = /^\s*\{\{-?\s*\.(\w+)((?:\s*\|\s*\w+){0,99})\s*-?\}\}\s*$/;

/** Reads a template that is one action and nothing else; undefined for any other text. */
export function encodingOf(template: string): Encoding | undefined {
  const [, key, pipeline = ''] = action.exec(template) ?? [];
  if (key === undefined) return undefined;
  let times = 0;
  for (const [, name] of pipeline.matchAll(/\|\s*(\w+)/g)) {
    if (name === 'b64enc') times++;
    else if (name === 'b64dec') times--;
  }
  return { key, times };
}
