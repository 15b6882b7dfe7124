import { localMirrorMissing } from './local-mirror-missing.js';
import { gatewayMissing } from './gateway-missing.js';
import { selectorEcho } from './selector-echo.js';
import { selectorNone } from './selector-none.js';
import { selectorInvalid } from './selector-invalid.js';
import { selectorOverlap } from './selector-overlap.js';
import { networksUnrouted } from './networks-unrouted.js';
import { serverApiVersion } from './server-api-version.js';
import { controlPlaneNamespace } from './control-plane-namespace.js';

/** Rules of modes and selectors. */
export const modeRules = [
  gatewayMissing,
  selectorNone,
  selectorEcho,
  selectorInvalid,
  selectorOverlap,
  networksUnrouted,
  serverApiVersion,
  controlPlaneNamespace,
  localMirrorMissing,
];
