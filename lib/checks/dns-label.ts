/** A name that a Service may have: DNS-1035, lower case, a letter first, no dots. Length is checked apart. */
export function isServiceName(text: string): boolean {
  return /^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(text);
}

/** A name that most objects may have: labels of DNS-1123 joined by dots. */
export function isObjectName(text: string): boolean {
  return text.length <= 253 && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/.test(text);
}
