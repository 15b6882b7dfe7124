import { expect, test } from 'vitest';
import { templateKeys } from '../../../lib/symbols/kinds/template-keys.js';

test.each([
  ['{{ .token }}', ['token']],
  ['{{- .token | b64enc -}}', ['token']],
  ['{{- .token -}}', ['token']],
  ['{{.token}}', ['token']],
  ['{{ $.token }}', ['token']],
  ['{{ b64enc .token }}', ['token']],
  ['{{ (fromJson .state).token }}', ['state']],
  ['{{ .state.token }}', ['state']],
  ['{{ $t := .token }}{{ $t }}', ['token']],
  ['{{ $t:=.token }}{{ $t }}', ['token']],
  ['{{ .token | replace ".none" " .none" }}', ['token']],
  ['{{ if .secure }}{{ .token }}{{ end }}{{ .server }}', ['secure', 'server']],
  ['server: {{ .server }}\ntoken: {{.token}}', ['server', 'token']],
])('%j takes %j', (template, keys) => {
  expect(templateKeys(template)).toEqual(keys);
});

test.each([
  'no template',
  '{{ index . "token" }}',
  '{{ with index . "user" }}{{ .token }}{{ end }}',
  '{{ range $k, $v := . }}{{ if true }}{{ .a }}{{ else }}{{ .b }}{{ end }}{{ .c }}{{ end }}',
  '{{ define "t" }}{{ .token }}{{ end }}',
  '{{ or true .token }}',
  '{{/* .token */}}',
  '{{ .token | default "{ .none }" }}',
  '{{ "{{ .token }}" }}',
  '{{ .token',
])('%j takes nothing for certain', (template) => {
  expect(templateKeys(template)).toEqual([]);
});
