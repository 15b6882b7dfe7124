import { expect, test } from 'vitest';
import { applySet } from '../../lib/helm/set-flag.js';

test.each([
  ['gateway.replicas=3', { gateway: { replicas: 3n } }],
  ['a=1,b=-5,c=+7', { a: 1n, b: -5n, c: 7n }],
  ['a=1.5,b=012,c=99999999999999999999', { a: '1.5', b: '012', c: '99999999999999999999' }],
  ['a=true,b=FALSE,c=null,d=', { a: true, b: false, c: null, d: '' }],
  ['a={x,1,true}', { a: ['x', 1n, true] }],
  ['a={},b=c', { a: [''], b: 'c' }],
  ['a[1]=x', { a: [null, 'x'] }],
  ['a[0].b.c=x,a[0].d=y', { a: [{ b: { c: 'x' }, d: 'y' }] }],
  ['a[0][1]=x', { a: [[null, 'x']] }],
  [String.raw`nodeSelector.kubernetes\.io/os=linux`, { nodeSelector: { 'kubernetes.io/os': 'linux' } }],
  [String.raw`a=b\,c`, { a: 'b,c' }],
  ['a=b=c', { a: 'b=c' }],
])('%s sets what Helm sets', (expression, values) => {
  expect(applySet({}, expression)).toEqual({ values });
});

test('what stood there before is kept, and the values themselves unchanged', () => {
  const before = { gateway: { replicas: 1, name: 'gw' }, list: [{ a: 1 }, 'b'] };
  expect(applySet(before, 'gateway.replicas=2,list[0].c=d,list[2]=e')).toEqual({
    values: { gateway: { replicas: 2n, name: 'gw' }, list: [{ a: 1, c: 'd' }, 'b', 'e'] },
  });
  expect(before).toEqual({ gateway: { replicas: 1, name: 'gw' }, list: [{ a: 1 }, 'b'] });
});

test('everything stays text where it is asked to', () => {
  expect(applySet({}, 'a=1,b=true,c={2,null}', true)).toEqual({
    values: { a: '1', b: 'true', c: ['2', 'null'] },
  });
});

test.each([
  'a',
  'a,',
  'a=1,b',
  'a.b',
  'a={b',
  'a[x]=1',
  'a[-1]=1',
  'a[0]b=1',
  'a[99999]=1',
  'text.b=1',
  'text[0]=1',
])('reports a problem with %s', (expression) => {
  expect(applySet({ text: 'x' }, expression)).toHaveProperty('problem');
});
