import { expect, test } from 'vitest';
import { predict } from '../../../lib/simulator/prediction/predict.js';
import { renderPrediction } from '../../../lib/simulator/prediction/render-prediction.js';
import { cluster, exported, link, namespace, service } from '../../support/manifests.js';
import { west } from '../../support/predict-west.js';

test.each([
  ['gateway-address', { gatewayAddress: '203.0.113.10:4143' }],
  ['gateway-port', { gatewayPort: 'mc-gateway' }],
  ['gateway-port', { gatewayPort: '70000' }],
])('reports %s when the Link gives the mirror no endpoints', (reason, spec) => {
  const { missing } = west([service('web', { labels: exported })], [link('east', spec)]);
  expect(missing).toMatchObject([{ reason, mirror: 'web-east' }]);
});

test.each([
  ['the address is empty', { gatewayAddress: '' }, true],
  ['the address has a port', { gatewayAddress: '203.0.113.10:4143' }, true],
  ['the port is no number', { gatewayPort: 'mc-gateway' }, true],
  ['the port is too high, and the mirror is deleted again', { gatewayPort: '70000' }, false],
])('says whether the mirror stands when %s', (_, spec, isMade) => {
  const { mirrors, missing } = west([service('web', { labels: exported })], [link('east', spec)]);
  expect(mirrors.map(({ name }) => name)).toEqual(isMade ? ['web-east'] : []);
  expect(missing).toMatchObject([{ mirror: 'web-east', isMade }]);
});

test('lists a mirror without endpoints apart from those that are missing', () => {
  const clusters = [
    cluster('west', namespace('shop'), link('east', { gatewayAddress: '' })),
    cluster('east', service('web', { labels: exported })),
  ];
  const prediction = predict({ clusters });
  const text = renderPrediction(prediction, 'text');
  expect(text).toContain(
    'Mirrored without endpoints:\n  all.yaml east/shop/web (web-east): mirrored without',
  );
  expect(text).toContain('Link east has no `gatewayAddress`');
  expect(text).not.toContain('ot mirrored');
  expect(renderPrediction(prediction, 'markdown')).toContain('### Mirrored without endpoints\n');
});
