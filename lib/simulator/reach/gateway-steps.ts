import { outerPort } from '../../checks/outer-port.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { portNamed, type ServiceSymbol } from '../../symbols/kinds/service.js';
import { placeOf } from '../prediction/given.js';
import type { LinkView } from '../prediction/link-view.js';
import type { LinkerView } from './linker-view.js';
import type { ReachStep } from './reach.js';
import { findingPlace } from './finding-place.js';

/** A field of the Link as it is shown, and where it stands. */
interface LinkField extends Pick<ReachStep, 'place'> {
  readonly shown: string;
}

function fieldOf({ link }: LinkView, field: string): LinkField {
  const value = link.spec[field];
  const place = placeOf(link.given, 'spec', field);
  return { shown: typeof value === 'string' ? value : 'none', ...(place === undefined ? {} : { place }) };
}

function addressStep(view: LinkView): ReachStep {
  const { shown, ...at } = fieldOf(view, 'gatewayAddress');
  const message = `${shown}; whether it answers is not in the manifests`;
  return { check: 'gateway address', verdict: 'yes', message, ...at };
}

/** What the gateway itself has, which the linker compares with the Link. */
function asGiven({ target }: LinkView, check: string, { shown, ...at }: LinkField): ReachStep {
  return { check, verdict: 'yes', message: `${shown}, as the gateway of ${target.name} has it`, ...at };
}

function notGiven({ target }: LinkView, check: string, { shown, ...at }: LinkField): ReachStep {
  return {
    check,
    verdict: 'unknown',
    message: `${shown}; no manifest of ${target.name} tells the gateway's own`,
    fix: `give the manifests of the gateway of ${target.name}`,
    ...at,
  };
}

/** True when the gateway is reached at a port without anything that maps it. */
function exposes(gateway: ServiceSymbol, port: string): boolean {
  const ports = [outerPort(gateway, 'mc-gateway')?.field, portNamed(gateway, 'mc-gateway')?.nodePort];
  return ports.some((each) => String(each?.value) === port);
}

function portStep(view: LinkView, gateway: ServiceSymbol | undefined): ReachStep {
  const check = 'gateway port';
  const field = fieldOf(view, 'gatewayPort');
  const outer = gateway === undefined ? undefined : outerPort(gateway, 'mc-gateway');
  if (gateway === undefined || outer === undefined) return notGiven(view, check, field);
  const { shown, ...at } = field;
  if (exposes(gateway, shown)) return asGiven(view, check, field);
  return {
    check,
    verdict: 'unknown',
    message: `${shown}; the gateway of ${view.target.name} has ${outer.kind} ${outer.field.value}, and no manifest tells what maps it`,
    fix: 'see that a load balancer before the gateway maps the port, or write the gateway’s own into the Link',
    ...at,
  };
}

function identityStep(view: LinkView, gateway: ServiceSymbol | undefined): ReachStep {
  const step = gateway === undefined ? notGiven : asGiven;
  return step(view, 'gateway identity', fieldOf(view, 'gatewayIdentity'));
}

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

/** The Link's gateway fields beside the gateway that the target's manifests hold. */
export function gatewaySteps(view: LinkView, { edge, findings }: LinkerView): readonly ReachStep[] {
  const gateway = edge?.gateway;
  const ofProbes = findings.find(
    ({ code, severity, link: label }) =>
      code.startsWith('PROBE_') && severity === 'error' && label === edge?.label,
  );
  return [
    addressStep(view),
    portStep(view, gateway),
    identityStep(view, gateway),
    probeStep(ofProbes, gateway !== undefined),
  ];
}
