const hosts: Readonly<Record<string, readonly string[]>> = {
  'gw.one.example.com': ['198.51.100.7'],
  'gw.many.example.com': ['203.0.113.30', '203.0.113.4', '198.51.100.200'],
  'gw.dual.example.com': ['203.0.113.61', '2001:db8::61'],
  'gw.six.example.com': ['2001:db8::66'],
};

/** The names that the recordings' DNS knew, and no other: `simulate` resolves with them by default. */
export function recordedHosts(host: string): readonly string[] | undefined {
  return Object.hasOwn(hosts, host) ? hosts[host] : undefined;
}
