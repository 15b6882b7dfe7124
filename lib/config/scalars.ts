/**
 * Name of a cluster in the fleet: a DNS label of at most 35 characters, as the names of controller pods follow
 * from it and the Linkerd CLI compares them whole.
 * @format cluster-name
 * @pattern ^[a-z0-9]([-a-z0-9]*[a-z0-9])?$
 * @maxLength 35
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/cmd/check.go
 */
export type ClusterName = string;

/**
 * Name that Argo CD gives a cluster: part of file names and folders, so letters, digits, dots and dashes.
 * @format argocd-name
 * @pattern ^[A-Za-z0-9]([-A-Za-z0-9._]*[A-Za-z0-9])?$
 * @maxLength 200
 */
export type ArgocdName = string;

/**
 * A DNS label.
 * @format dns-label
 * @pattern ^[a-z0-9]([-a-z0-9]*[a-z0-9])?$
 * @maxLength 63
 */
export type DnsLabel = string;

/**
 * DNS labels joined by dots.
 * @format dns-name
 * @pattern ^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$
 * @maxLength 253
 */
export type DnsName = string;

/**
 * Host names or IP addresses separated by commas, without blanks and ports.
 * @format gateway-address
 * @minLength 1
 */
export type GatewayAddress = string;

/**
 * A duration as Go writes it: `3s`, `1m30s`, `500ms`; more than nothing.
 * @format go-duration
 * @pattern ^\+?(([0-9]+(\.[0-9]*)?|\.[0-9]+)(ns|us|µs|μs|ms|s|m|h))+$
 */
export type GoDuration = string;

/**
 * A duration as Prometheus writes it: `30s`, `1m`, `1h30m`.
 * @format prometheus-duration
 * @pattern ^([0-9]+y)?([0-9]+w)?([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?([0-9]+ms)?$
 * @minLength 2
 */
export type PrometheusDuration = string;

/**
 * Key of a label or annotation: a name of at most 63 characters, after a DNS name and a slash if need be.
 * @format label-key
 * @pattern ^([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$
 * @maxLength 317
 */
export type LabelKey = string;

/**
 * Value of a label.
 * @format label-value
 * @pattern ^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$
 * @maxLength 63
 */
export type LabelValue = string;

/**
 * Key of a label or annotation, or all keys that begin with a prefix: `team.example.com/*`.
 * @format excluded-key
 * @minLength 1
 */
export type ExcludedKey = string;

/**
 * A Linkerd release: an edge, a stable line, or a stable release.
 * @format linkerd-release
 * @pattern ^(edge-[0-9]+\.[0-9]+\.[0-9]+|(stable-)?2\.[0-9]+(\.[0-9]+)?)$
 */
export type LinkerdRelease = string;

/**
 * Port of a Service or container.
 * @minimum 1
 * @maximum 65535
 * @asType integer
 */
export type Port = number;

/**
 * Labels of a Kubernetes object.
 * @propertyNames { "$ref": "#/definitions/LabelKey" }
 */
export type Labels = Readonly<Record<LabelKey, LabelValue>>;

/**
 * Text that Argo CD takes as it stands: without `{{`, which begins a Go template in an ApplicationSet.
 * @format no-template
 * @pattern ^(?:[^{]|\{(?!\{))*$
 */
export type PlainText = string;

/**
 * One word that Argo CD takes as it stands: without blanks and without `{{`.
 * @format no-template-word
 * @pattern ^(?:[^\s{]|\{(?!\{))*$
 * @minLength 1
 */
export type PlainWord = string;

/**
 * Annotations that an ApplicationSet gives its Applications.
 * @propertyNames { "$ref": "#/definitions/LabelKey" }
 */
export type Annotations = Readonly<Record<LabelKey, PlainText>>;
