import { isIP } from 'node:net';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ipVersion } from '../../lib/config/validate/ip-version.js';

const nearly = fc.stringMatching(/^[0-9a-f]{0,3}(?:[.:][0-9a-f]{0,3}){0,8}(?:%[a-z0-9]*)?$/);
const octets = fc.array(fc.oneof(fc.nat(300).map(String), fc.constantFrom('', '00', '01', ' 1')), {
  minLength: 3,
  maxLength: 5,
});

test("an IP address has the version that Node's own isIP tells", () => {
  const texts = fc.oneof(
    fc.ipV4(),
    fc.ipV6(),
    fc.domain(),
    nearly,
    octets.map((parts) => parts.join('.')),
    fc.string(),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(ipVersion(text)).toBe(isIP(text));
    }),
    { numRuns: 2000 },
  );
});
