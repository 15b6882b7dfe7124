/** Thrown within this folder alone: the text holds more than its reader knows, so another reader takes over. */
export class BeyondPlain extends Error {}
