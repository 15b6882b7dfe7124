/** Any JSON value, as YAML 1.2 core and an API server read it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Metadata of a Kubernetes object; only what this project looks at is named. */
export interface Metadata {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly finalizers?: readonly string[];
}

/** A Kubernetes object as plain data: what is written to a file, and what the linker reads. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Metadata;
  readonly [field: string]: unknown;
}
