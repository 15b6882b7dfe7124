// Renders the template of an ExternalSecret as the External Secrets Operator does with engine version v2: Go's
// text/template, sprig without access to the environment, and no tolerance for a missing key.
//
// Reads {"templates": {key: text}, "values": {name: text}} from standard input, writes {key: rendered text}.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"text/template"

	"github.com/Masterminds/sprig/v3"
)

type request struct {
	Templates map[string]string `json:"templates"`
	Values    map[string]string `json:"values"`
}

func functions() template.FuncMap {
	all := sprig.TxtFuncMap()
	delete(all, "env")
	delete(all, "expandenv")
	return all
}

func render(asked request) (map[string]string, error) {
	rendered := map[string]string{}
	for key, text := range asked.Templates {
		parsed, err := template.New(key).Option("missingkey=error").Funcs(functions()).Parse(text)
		if err != nil {
			return nil, err
		}
		var out bytes.Buffer
		if err := parsed.Execute(&out, asked.Values); err != nil {
			return nil, err
		}
		rendered[key] = out.String()
	}
	return rendered, nil
}

func main() {
	var asked request
	err := json.NewDecoder(os.Stdin).Decode(&asked)
	if err == nil {
		var rendered map[string]string
		if rendered, err = render(asked); err == nil {
			err = json.NewEncoder(os.Stdout).Encode(rendered)
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
