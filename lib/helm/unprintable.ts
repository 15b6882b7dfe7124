/**
 * A character that YAML allows nowhere as it is, comments included.
 * @see https://github.com/yaml/go-yaml/blob/v2.4.2/readerc.go
 */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
export const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/;
