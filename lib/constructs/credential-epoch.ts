/** Annotation that changes with a credential's epoch, and with nothing else. */
const epochAnnotation = 'linkspan.io/credential-epoch';

/** The epoch as annotations of an object; none before the first rotation. */
export function epochAnnotations(epoch: number | undefined): {
  readonly annotations?: Readonly<Record<string, string>>;
} {
  return epoch === undefined ? {} : { annotations: { [epochAnnotation]: String(epoch) } };
}
