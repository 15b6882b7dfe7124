import { ipVersion } from './ip-version.js';
import { dnsNameMistake } from './dns-names.js';
import { shortened } from './field-text.js';
import { specialHost } from './special-host.js';
import type { Mistake } from './type-mistakes.js';

/**
 * Why a text is no list of gateway addresses.
 *
 * The controller looks each item up as it stands, without trimming it and without taking a port off it.
 */
export function addressMistake(text: string): Mistake | undefined {
  if (text.trim() === '') return { message: 'is empty', fix: 'write a host name or an IP address' };
  for (const item of text.split(',')) {
    const mistake = itemMistake(item, text);
    if (mistake !== undefined) return mistake;
  }
  return undefined;
}

function itemMistake(item: string, text: string): Mistake | undefined {
  if (ipVersion(item) !== 0) return specialAddress(item);
  if (/\s/.test(item)) {
    return {
      message: 'holds a blank',
      why: 'the controller looks up what stands between the commas as it is, blanks included',
      fix: `write \`${text.replace(/\s+/g, '')}\``,
    };
  }
  if (item === '') return { message: 'has an empty item', fix: 'write one comma between two addresses' };
  const special = specialAddress(item);
  if (special !== undefined) return special;
  const bracketed = /^\[(.+)\]$/.exec(item)?.[1] ?? '';
  if (ipVersion(bracketed) === 6)
    return { message: `\`${shortened(item)}\` has brackets`, fix: `write \`${bracketed}\`` };
  const url = /^[a-z]+:\/\/([^/:]+)/.exec(item);
  if (url !== null)
    return {
      message: `\`${shortened(item)}\` is a URL`,
      fix: `write \`${url[1] ?? ''}\`, without scheme and port`,
    };
  const port = /^\[?(.+?)\]?:(\d+)$/.exec(item);
  if (port !== null) {
    return {
      message: `\`${shortened(item)}\` holds a port`,
      why: 'the controller looks up the whole text as a name, finds no address, and no traffic ever flows',
      fix: `write \`${port[1] ?? ''}\` here, and ${port[2] ?? ''} as the gateway's \`nodePort\` or \`port\``,
    };
  }
  if (/^[\d.]+$/.test(item))
    return { message: `\`${shortened(item)}\` is no IP address`, fix: 'write four numbers up to 255' };
  if (item.includes('/') && dnsNameMistake(item.replace(/\/.*/, '')) === undefined)
    return { message: `\`${shortened(item)}\` holds a path`, fix: `write \`${item.replace(/\/.*/, '')}\`` };
  return dnsNameMistake(item);
}

/** Why an address cannot be that of another cluster, whoever looks it up. */
function specialAddress(item: string): Mistake | undefined {
  const special = specialHost(item);
  if (special === undefined) return undefined;
  return {
    message: `\`${shortened(item)}\` is ${special}`,
    why: 'the controller writes the address into Endpoints, where the API server refuses such a one',
    fix: 'write the address that the gateway has for other clusters',
  };
}
