import type { CodeCatalogue } from '../catalogue.js';

/** Codes of what a Link says about the gateway: address, ports, identity, domain and probe. */
export const addressCodes = {
  GATEWAY_ADDRESS_FORM: {
    title: 'a gateway address that does not resolve',
    why: 'The text is looked up as a host name as it stands. Mirror Services come up without endpoints and never get any, not even after the address is corrected: each must then be deleted and the controller restarted.',
  },
  GATEWAY_ADDRESS_MISSING: {
    title: 'a gateway-mode Link without an address',
    why: 'Mirror Services are created without endpoints; every call to them fails.',
  },
  GATEWAY_ADDRESS_MISMATCH: {
    title: 'a Link that calls another address than the gateway has',
    why: 'Gateways of a fleet often have one identity, so that TLS succeeds with any of them: mirrors of the target answer from another cluster without a word, or fail where that has no such Service.',
  },
  LINK_PORT_FORM: {
    title: 'a port of a Link that is no port',
    why: 'The API server takes any text. The controller cannot parse it and writes no endpoints, or the API server refuses them and the mirror Service is deleted again.',
  },
  GATEWAY_PORT_MISMATCH: {
    title: 'a Link that calls another port than the gateway has',
    why: 'Connections go to a port nobody listens on: every call to a mirror of this target fails.',
  },
  PROBE_PORT_MISMATCH: {
    title: 'a Link that probes another port than the gateway has',
    why: 'Every probe fails. A gateway that never answered is never marked dead, so mirror endpoints are never emptied when it dies.',
  },
  PROBE_SERVICE_PORT: {
    title: 'a probe Service without the port that is probed',
    why: 'The controller’s proxy refuses a port its probe Service does not declare (`forbidden TCP route`): every probe fails, `gateway_alive` stays 0, and because the gateway never answered, mirror endpoints are never emptied when it dies.',
  },
  PROBE_SERVICE_MISSING: {
    title: 'a gateway-mode Link without its probe Service',
    why: 'The controller dials `probe-<Link>` and finds no such name: every probe fails, and a gateway that never answered is never taken out of service.',
  },
  PROBE_PATH: {
    title: 'a probe path that the gateway does not answer',
    why: 'The proxy’s admin port answers `/ready` and `/live` only, and only these are authorised: every probe fails.',
  },
  PROBE_ABSENT: {
    title: 'a gateway that is never probed',
    why: 'Without a path no probe worker runs: mirrors are taken for alive for ever, and detection of a dead gateway takes forever.',
  },
  LINK_DURATION: {
    title: 'a duration that the controller cannot use',
    why: 'The API server accepts it. The probe worker logs and exits, so nothing is probed and endpoints stay ready; a period of zero or less crashes the controller.',
  },
  PROBE_THRESHOLD: {
    title: 'a failure threshold that is no count',
    why: 'The probe worker exits: nothing is probed and endpoints stay ready when the gateway dies.',
  },
  GATEWAY_IDENTITY_MISMATCH: {
    title: 'a gateway identity that is not the gateway’s',
    why: 'The source’s proxies expect another certificate: TLS to the gateway fails, and with it all traffic and all probes.',
  },
  GATEWAY_IDENTITY_DOMAIN: {
    title: 'a gateway that states another trust domain than its control plane',
    why: '`identityTrustDomain` of the chart only writes an annotation. Links generated from it expect a certificate that the control plane never issues.',
  },
  TARGET_DOMAIN_MISMATCH: {
    title: 'a Link with another cluster domain than its target',
    why: 'Requests carry `<service>.<namespace>.svc.<domain>`, and the gateway serves its own cluster domain alone: every request is refused.',
  },
  GATEWAY_PROXY_PORTS: {
    title: 'a gateway port that the proxy does not listen on',
    why: 'The gateway Service sends to the same port of the pod, where only the proxy’s inbound (4143) and admin (4191) ports answer: connections are refused.',
  },
  NODE_PORT_OPEN: {
    title: 'a NodePort gateway without fixed node ports',
    why: 'Kubernetes chooses the node ports when the Service is created, and others when it is created again: no Link in Git can know them.',
  },
  NODE_PORT_RANGE: {
    title: 'a node port out of range',
    why: 'The API server refuses it unless its range was widened (30000 to 32767 by default).',
  },
  NODE_PORT_TWICE: {
    title: 'a node port that two Services of a cluster want',
    why: 'The API server refuses the second Service: the gateway does not exist.',
  },
  GATEWAY_PORT_NAME: {
    title: 'a gateway whose ports are called otherwise',
    why: '`link-gen` finds the ports by the names `mc-gateway` and `mc-probe` and makes no Link without them; nor can a Link made by hand be compared with the gateway, so one with a wrong port goes unseen until calls fail.',
  },
  GATEWAY_UNBACKED: {
    title: 'a gateway Service without gateways behind it',
    why: 'Other clusters connect to pods that are no gateways, or to none: all mirrors of the cluster fail, while they keep ready endpoints.',
  },
} as const satisfies CodeCatalogue;
