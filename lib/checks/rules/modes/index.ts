import { gatewayMissing } from './gateway-missing.js';
import { selectorEcho } from './selector-echo.js';
import { selectorNone } from './selector-none.js';

/** Rules of modes and selectors. */
export const modeRules = [gatewayMissing, selectorNone, selectorEcho];
