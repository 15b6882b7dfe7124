import { outerPort } from '../../checks/outer-port.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { portNamed, type ServiceSymbol } from '../../symbols/kinds/service.js';
import { placeOf } from '../prediction/given.js';
import type { LinkView } from '../prediction/link-view.js';
import type { LinkerView } from './linker-view.js';
import type { ReachStep } from './reach.js';
import { findingPlace } from './finding-place.js';

/** The Link's fields behind each check of the gateway. */
const checks: readonly { readonly check: string; readonly field: string }[] = [
  { check: 'gateway address', field: 'gatewayAddress' },
  { check: 'gateway port', field: 'gatewayPort' },
  { check: 'gateway identity', field: 'gatewayIdentity' },
];

/** Whether probes can fail; they keep nothing back until the gateway has answered once. */
function probeStep(error: Diagnostic | undefined, isKnown: boolean): ReachStep {
  const check = 'probe port';
  if (error === undefined && !isKnown) {
    const message = 'no gateway is given to compare with; probes keep nothing back until one has succeeded';
    return { check, verdict: 'yes', message };
  }
  if (error === undefined)
    return { check, verdict: 'yes', message: 'the linker finds no error in the probes' };
  const { message, fix } = error;
  return {
    check,
    verdict: 'yes',
    message: `${message}; calls go through all the same, as a gateway that never answered a probe counts as alive`,
    ...(fix === undefined ? {} : { fix }),
    place: findingPlace(error),
  };
}

/** True when the gateway is reached at a port without anything that maps it. */
function exposes(gateway: ServiceSymbol, port: string): boolean {
  const ports = [outerPort(gateway, 'mc-gateway')?.field, portNamed(gateway, 'mc-gateway')?.nodePort];
  return ports.some((each) => String(each?.value) === port);
}

/** The Link's gateway fields beside the gateway that the target's manifests hold. */
export function gatewaySteps(
  { link, target }: LinkView,
  { edge, findings }: LinkerView,
): readonly ReachStep[] {
  const gateway = edge?.gateway;
  const steps = checks.map(({ check, field }): ReachStep => {
    const value = link.spec[field];
    const place = placeOf(link.given, 'spec', field);
    const at = place === undefined ? {} : { place };
    const shown = typeof value === 'string' ? value : 'none';
    if (check === 'gateway address')
      return {
        check,
        verdict: 'yes',
        message: `${shown}; whether it answers is not in the manifests`,
        ...at,
      };
    const outer = gateway === undefined ? undefined : outerPort(gateway, 'mc-gateway');
    const isKnown = gateway !== undefined && (check !== 'gateway port' || outer !== undefined);
    if (isKnown && check === 'gateway port' && !exposes(gateway, shown))
      return {
        check,
        verdict: 'unknown',
        message: `${shown}; the gateway of ${target.name} has ${outer?.kind ?? 'port'} ${outer?.field.value ?? ''}, and no manifest tells what maps it`,
        fix: 'see that a load balancer before the gateway maps the port, or write the gateway’s own into the Link',
        ...at,
      };
    if (isKnown)
      return { check, verdict: 'yes', message: `${shown}, as the gateway of ${target.name} has it`, ...at };
    const message = `${shown}; no manifest of ${target.name} tells the gateway's own`;
    return {
      check,
      verdict: 'unknown',
      message,
      fix: `give the manifests of the gateway of ${target.name}`,
      ...at,
    };
  });
  const ofProbes = findings.find(
    ({ code, severity, link: label }) =>
      code.startsWith('PROBE_') && severity === 'error' && label === edge?.label,
  );
  return [...steps, probeStep(ofProbes, gateway !== undefined)];
}
