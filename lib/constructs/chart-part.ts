import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ChartPart } from '../chart/chart-object.js';
import { renderChart } from '../chart/chart.js';
import type { ChartValues } from '../chart/values.js';
import type { Manifest } from '../manifests/manifest.js';
import { ofLatest } from '../manifests/of-latest.js';
import { groupBy } from '../topology/group-by.js';
import { ObjectsConstruct } from './objects-construct.js';

/** Chart values for a construct that stands alone in somebody's own cdk8s app. */
export interface ChartValuesProps {
  /**
   * Linkerd release: `edge-26.8.2`, `2.18`.
   */
  readonly release: string;
  /**
   * Values of the linkerd-multicluster chart, as its values file has them.
   * @default the chart's defaults
   */
  readonly values?: ChartValues;
  /**
   * Namespace of the multicluster extension.
   * @default the namespace of the cdk8s chart around it, or linkerd-multicluster where that has none
   */
  readonly namespace?: string;
}

/** One rendering of the chart, shared by all constructs of a cluster. */
export interface ChartPartsProps {
  readonly parts: readonly ChartPart[];
}

/** Either chart values, or a rendering of them. */
export type ChartProps = ChartValuesProps | ChartPartsProps;

/**
 * The objects that some of the chart's templates render; base of the constructs that bear Linkerd's nouns.
 *
 * Throws when the values are refused: a cdk8s app has nobody to hand diagnostics to.
 */
export abstract class ChartPartConstruct extends ObjectsConstruct {
  protected constructor(
    scope: Construct,
    id: string,
    props: ChartProps,
    choose: (parts: readonly ChartPart[]) => readonly ChartPart[],
    change: (object: Manifest) => Manifest = (object) => object,
  ) {
    super(
      scope,
      id,
      choose(partsOf(scope, props)).map((part) => change(part.object as Manifest)),
    );
  }
}

/** The parts that some of the chart's templates render. */
export function ofTemplates(
  ...templates: readonly string[]
): (parts: readonly ChartPart[]) => readonly ChartPart[] {
  return (parts) => parts.filter(({ template }) => templates.includes(template));
}

/** The parts of the controller that serves one Link. */
export function ofController(target: string): (parts: readonly ChartPart[]) => readonly ChartPart[] {
  return (parts) => controllersIn(parts).get(target) ?? [];
}

/** A cluster may have thousands of Links: its parts are not gone through for each. */
const controllersIn = ofLatest((parts: readonly ChartPart[]) =>
  groupBy(parts, ({ controller }) => controller),
);

function partsOf(scope: Construct, props: ChartProps): readonly ChartPart[] {
  if ('parts' in props) return props.parts;
  const { release, values = {} } = props;
  const namespace = props.namespace ?? Chart.of(scope).namespace ?? 'linkerd-multicluster';
  const { parts, diagnostics } = renderChart({ release, values, namespace });
  const errors = diagnostics.filter((d) => d.severity === 'error');
  if (errors.length > 0) throw new Error(errors.map((d) => `${d.code}: ${d.message}`).join('\n'));
  return parts;
}
