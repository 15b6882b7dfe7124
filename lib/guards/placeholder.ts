/** What people and templates write where a credential will be: `{{ .token }}`, `$(TOKEN)`, `<token>`, `REDACTED`. */
export const placeholderText =
  /^(?:[{$<%*.~|>&!-]|null$|(?:data\+)?(?:omitted|redacted)$|x{3,}(?![A-Za-z0-9])|pass(?:word|wd)?$|secret$|token$|replace|change|your)/i;
