/** Codes of what nobody may decide to live with: a secret that is written is out. */
export const unsuppressible: ReadonlySet<string> = new Set(['SECRET_LEAKED']);
