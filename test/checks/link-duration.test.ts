import { expect, it } from 'vitest';
import { ownFleet } from '../support/linker/fleets.js';

it.each([
  ['period', '5ns', 'error', 'shorter than 10ns, the shortest that the controller takes'],
  ['period', '0.9us', undefined, ''],
  ['period', '0s', 'error', 'not above zero'],
  ['period', '-5ns', 'error', 'not above zero'],
  ['period', '3', 'error', 'no Go duration'],
  ['timeout', '0s', 'warning', 'not above zero'],
  ['timeout', '5ns', undefined, ''],
])('says of probe %s %s what is wrong with it', (name, value, severity, problem) => {
  const fleet = ownFleet();
  fleet.set(fleet.link, `spec.probeSpec.${name}`, value);
  const found = fleet.check().filter(({ code }) => code === 'LINK_DURATION');
  expect(found).toMatchObject(
    severity === undefined ? [] : [{ severity, message: `probe ${name} \`${value}\` is ${problem}` }],
  );
});
