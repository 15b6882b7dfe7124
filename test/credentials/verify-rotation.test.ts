import { describe, expect, test } from 'vitest';
import { verifyCredentials } from '../../lib/credentials/verify.js';
import { comingCa, currentCa, oldCa } from '../support/certificate-authorities.js';
import { base64, kubeconfig, problems } from '../support/credential-texts.js';

const at = (time: string) => ({ atSeconds: Date.parse(time) / 1000 });
const withCa = (...all: string[]): string =>
  kubeconfig({ cluster: { 'certificate-authority-data': base64(all.join('')) } });

describe('of a CA that is being replaced', () => {
  test.each([
    ['the old one has ended', [oldCa, currentCa], '2026-01-01T00:00:00Z'],
    ['the old one stands last', [currentCa, oldCa], '2026-01-01T00:00:00Z'],
    ['the new one has not begun', [currentCa, comingCa], '2026-01-01T00:00:00Z'],
    ['it is the last second', [oldCa], '2024-01-01T00:00:00Z'],
  ])('one that is valid is enough: %s', (_, all, time) => {
    expect(problems(withCa(...all), at(time))).toEqual([]);
  });

  test.each([
    ['all have ended', [oldCa, currentCa], '2035-01-01T00:00:00Z', 'ca: expired at 2034-01-01T00:00:00Z'],
    ['the only one has ended', [oldCa], '2024-01-01T00:00:01Z', 'ca: expired at 2024-01-01T00:00:00Z'],
    ['it has not begun', [oldCa], '2019-01-01T00:00:00Z', 'ca: is not valid before 2020-01-01T00:00:00Z'],
    [
      'one has ended and one not begun',
      [comingCa, oldCa],
      '2030-01-01T00:00:00Z',
      'ca: is not valid before 2040-01-01T00:00:00Z',
    ],
  ])('reports that none is valid: %s', (_, all, time, problem) => {
    expect(problems(withCa(...all), at(time))).toEqual([problem]);
  });

  test('tells the end without a time to judge at', () => {
    const told = (text: string) =>
      verifyCredentials(text)[0]?.findings.find(({ subject }) => subject === 'ca');
    expect(told(withCa(currentCa))).toEqual({
      level: 'ok',
      subject: 'ca',
      message: '1 certificate, valid until 2034-01-01T00:00:00Z',
    });
    expect(told(withCa(currentCa, oldCa))?.message).toBe(
      '2 certificates, the last of them valid until 2034-01-01T00:00:00Z',
    );
  });
});
