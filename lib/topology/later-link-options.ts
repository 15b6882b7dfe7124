import type { FieldPath, LoadedConfig } from '../config/loaded-config.js';
import { fieldText } from '../config/validate/field-text.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Release } from '../releases/release.js';
import type { Change } from '../releases/timeline.js';
import { fieldAt } from './controllers.js';

/**
 * Options of Links that the fleet's release does not know yet: it has no field for them, and renders none.
 *
 * Reports LINK_OPTION_LATER, as an error where the Link would mirror nothing at all, at the option's place.
 */
export function laterLinkOptions(config: LoadedConfig, release: Release): Diagnostic[] {
  const { laterLinkOptions: later } = release;
  if (later.length === 0) return [];
  const federation = later.find(({ option }) => option === 'federatedServiceSelector')?.change;
  return (config.fleet.topology ?? []).flatMap((shape, i) =>
    Object.entries(shape).flatMap(([tag, options]) => {
      const at = (path: FieldPath) => {
        const whole = ['topology', i, tag, ...path];
        return { path: fieldText(whole), ...config.placeOf(whole, 'key') };
      };
      const isFederated = federation !== undefined && fieldAt(options, 'mode') === 'federated';
      return [
        ...(isFederated ? [noFederation(release, federation, at(['mode']))] : []),
        ...later
          .map(({ option, change }) => ({ path: option.split('.'), option, change }))
          .filter(({ path }) => fieldAt(options, ...path) !== undefined)
          .map(({ path, option, change }) => noEffect(release, option, change, at(path))),
      ];
    }),
  );
}

type Placed = Pick<Diagnostic, 'path' | 'file' | 'line' | 'column'>;

function noEffect(release: Release, option: string, change: Change, place: Placed): Diagnostic {
  return {
    code: 'LINK_OPTION_LATER',
    severity: 'warning',
    message: `\`${option}\` has no effect in ${release.name}`,
    why: brought(change),
    fix: 'remove it, or run a release that knows it',
    ...place,
  };
}

function noFederation(release: Release, change: Change, place: Placed): Diagnostic {
  return {
    code: 'LINK_OPTION_LATER',
    severity: 'error',
    message: `${release.name} has no federated services, so the Link would mirror nothing`,
    why: brought(change),
    fix: 'write `mode: gateway` or `mode: flat`, or run a release that knows federated services',
    ...place,
  };
}

function brought({ edge, stable, what }: Change): string {
  return `${stable === undefined ? edge : `${edge} (${stable})`} brought it: ${what}`;
}
