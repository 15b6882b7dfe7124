/** What unquoted words mean by the rules of one reader of YAML. */
export interface PlainDialect {
  /** The value of an unquoted scalar; throws `BeyondPlain` where its spelling is odd. */
  readonly scalar: (text: string) => unknown;
  /** The text of an unquoted key; throws `BeyondPlain` where it would be no text. */
  readonly key: (text: string) => string;
}
