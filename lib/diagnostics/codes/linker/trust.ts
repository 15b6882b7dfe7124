import type { CodeCatalogue } from '../catalogue.js';

/** Codes of trust between control planes. */
export const trustCodes = {
  TRUST_ANCHOR_INVALID: {
    title: 'a trust anchor that is no certificate of an authority',
    why: 'Proxies load the whole bundle at their start: with a part that cannot be read none of them comes up, and what a certificate of no authority signed is refused.',
  },
  TRUST_ANCHORS_DIFFER: {
    title: 'linked clusters without a common trust anchor',
    why: 'Each side refuses the other’s certificates: no connection between the clusters is ever established.',
  },
  ISSUER_IDENTITY: {
    title: 'an identity issuer that cannot issue identities',
    why: 'The identity controller refuses its issuer and does not start: no proxy of the cluster gets a certificate, and all meshed traffic ends once the last ones expire.',
  },
  ISSUER_UNTRUSTED: {
    title: 'an identity issuer that a linked cluster does not trust',
    why: 'Proxies of the two clusters refuse each other’s certificates: every call through a gateway and pod to pod fails, and so do probes.',
  },
} as const satisfies CodeCatalogue;
