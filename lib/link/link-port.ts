import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** Reports LINK_PORT_RANGE for anything but a whole number from 1 to 65535. */
export function portProblem(what: string, port: number): Diagnostic | undefined {
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return undefined;
  return {
    code: 'LINK_PORT_RANGE',
    severity: 'error',
    message: `${what} is ${port}, which is no port`,
    why: 'the API server refuses endpoints with such a port, so mirror services would be deleted again',
    fix: 'use a whole number from 1 to 65535',
  };
}
