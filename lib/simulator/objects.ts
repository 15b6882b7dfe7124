/** Labels, annotations, selectors of Services: text by text. */
export type StringMap = Readonly<Record<string, string>>;

/** What the model keeps of an object's metadata; absent maps are empty. */
export interface ObjectMeta {
  readonly name: string;
  /** Empty for a Namespace. */
  readonly namespace: string;
  readonly labels: StringMap;
  readonly annotations: StringMap;
}

/** A port of a Service, with the API server's defaults applied. */
export interface ServicePort {
  readonly name?: string;
  readonly protocol: string;
  readonly port: number;
  readonly targetPort: number | string;
  readonly appProtocol?: string;
}

/** A Service's spec; only `ports` and `clusterIP` of a target's Service matter to the controller. */
export interface ServiceSpec {
  readonly type: string;
  readonly ports?: readonly ServicePort[];
  readonly clusterIP?: string;
  readonly selector?: StringMap;
  readonly [field: string]: unknown;
}

/** A Service as the API server holds it. Objects are never changed, only replaced. */
export interface Service {
  readonly kind: 'Service';
  readonly metadata: ObjectMeta;
  readonly spec: ServiceSpec;
  /** Stands for the resource version: `<version 2 of target Service web>`. */
  readonly version: string;
}

/** One address of an Endpoints object. */
export interface EndpointAddress {
  readonly ip: string;
  readonly hostname?: string;
  readonly targetRef?: { readonly kind?: string; readonly name?: string };
}

/** A port of an Endpoints object. */
export interface EndpointPort {
  readonly name?: string;
  readonly port: number;
  readonly protocol: string;
}

/** Addresses that share ports. */
export interface EndpointSubset {
  readonly addresses?: readonly EndpointAddress[];
  readonly notReadyAddresses?: readonly EndpointAddress[];
  readonly ports?: readonly EndpointPort[];
}

/** Endpoints as the API server holds them. */
export interface Endpoints {
  readonly kind: 'Endpoints';
  readonly metadata: ObjectMeta;
  readonly subsets: readonly EndpointSubset[];
  readonly version: string;
}

/** A Namespace. */
export interface Namespace {
  readonly kind: 'Namespace';
  readonly metadata: ObjectMeta;
  readonly version: string;
}

/** Any object of the model. */
export type KubeObject = Service | Endpoints | Namespace;

/** Asks the API server for a cluster IP; stands in the recordings where it answered. */
export const assigned = '<assigned>';

/** True for a Service without a cluster IP. */
export function isHeadless(service: Service): boolean {
  return service.spec.clusterIP === 'None';
}

/** True when no subset has a ready address; also for absent Endpoints. */
export function isEmptyEndpoints(endpoints: Endpoints | undefined): boolean {
  return (
    endpoints === undefined || endpoints.subsets.every(({ addresses }) => (addresses?.length ?? 0) === 0)
  );
}
