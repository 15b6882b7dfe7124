import type { Construct } from 'constructs';
import type { Manifest } from '../manifests/manifest.js';
import { ChartPartConstruct, ofController, type ChartProps } from './chart-part.js';
import { epochAnnotations } from './credential-epoch.js';

/** Which service mirror, and how often its credential has been replaced. */
export type ServiceMirrorProps = ChartProps & {
  /** Entry of the chart's `controllers`, by the Link it names. */
  readonly target: string;
  /** Rises when the credential has been replaced; the pods restart with it, as the controller notices nothing. */
  readonly credentialEpoch?: number;
};

/**
 * The service mirror of one Link: Deployment, account, rights and probe Service.
 *
 * Throws where the values list no controller for it: nothing would be rendered, without a word.
 * @see https://github.com/linkerd/linkerd2/tree/edge-26.8.3/multicluster/charts/linkerd-multicluster/templates/controller
 */
export class ServiceMirror extends ChartPartConstruct {
  constructor(scope: Construct, id: string, props: ServiceMirrorProps) {
    super(scope, id, props, ofController(props.target), (object) => withEpoch(object, props.credentialEpoch));
    if ('release' in props && this.objects.length === 0)
      throw new Error(`no entry of \`controllers\` in the values names Link \`${props.target}\``);
  }
}

interface PodTemplate {
  readonly metadata: { readonly annotations?: Readonly<Record<string, string>> };
}

function withEpoch(object: Manifest, epoch: number | undefined): Manifest {
  if (object.kind !== 'Deployment' || epoch === undefined) return object;
  const spec = object.spec as { readonly template: PodTemplate };
  const { metadata } = spec.template;
  const annotations = { ...metadata.annotations, ...epochAnnotations(epoch).annotations };
  const template = { ...spec.template, metadata: { ...metadata, annotations } };
  return { ...object, spec: { ...spec, template } };
}
