import { describe, expect, it } from 'vitest';
import { controllerArguments } from '../../lib/symbols/controller-arguments.js';

function flag(name: string, ...args: readonly string[]): string | undefined {
  return controllerArguments(['service-mirror', ...args]).flags.get(name);
}

describe('controllerArguments', () => {
  it('takes a flag with one dash or two', () => {
    expect(flag('namespace', '-namespace=a', 'east')).toBe('a');
    expect(flag('namespace', '--namespace=a', 'east')).toBe('a');
    expect(flag('namespace', '---namespace=a', 'east')).toBeUndefined();
  });

  it('takes the last of equal flags', () => {
    expect(flag('namespace', '-namespace=a', '-namespace=b', 'east')).toBe('b');
  });

  it('takes the value of a flag from the next argument, of a switch never', () => {
    expect(flag('namespace', '-namespace', 'a', 'east')).toBe('a');
    const { flags, linkName } = controllerArguments(['-enable-headless-services', 'false']);
    expect([flags.get('enable-headless-services'), linkName]).toEqual(['true', 'false']);
  });

  it.each([
    ['=1', 'true'],
    ['=T', 'true'],
    ['=FALSE', 'false'],
    ['', 'true'],
  ])('reads the switch -enable-pprof%s as Go does', (value, read) => {
    expect(flag('enable-pprof', `-enable-pprof${value}`, 'east')).toBe(read);
  });

  it('takes no argument without a dash for a flag, be it called like one', () => {
    const { flags, linkName } = controllerArguments(['service-mirror', 'enable-headless-services']);
    expect([flags.size, linkName]).toEqual([0, 'enable-headless-services']);
  });

  it('reads no flag after the first argument that is none', () => {
    expect(flag('enable-pprof', 'east', '-enable-pprof')).toBeUndefined();
    expect(flag('enable-pprof', '--', '-enable-pprof')).toBeUndefined();
  });
});
