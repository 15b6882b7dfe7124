// Argo CD's controllers in one binary. Like Argo CD's own image it is linked under one name per component, and acts as
// the component it is called by. The API server, and with it the user interface, is left out.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	controller "github.com/argoproj/argo-cd/v3/cmd/argocd-application-controller/commands"
	applicationset "github.com/argoproj/argo-cd/v3/cmd/argocd-applicationset-controller/commands"
	askpass "github.com/argoproj/argo-cd/v3/cmd/argocd-git-ask-pass/commands"
	reposerver "github.com/argoproj/argo-cd/v3/cmd/argocd-repo-server/commands"
)

func component(name string) *cobra.Command {
	switch name {
	case "argocd-application-controller":
		return controller.NewCommand()
	case "argocd-applicationset-controller":
		return applicationset.NewCommand()
	case "argocd-repo-server":
		return reposerver.NewCommand()
	case "argocd-git-ask-pass":
		return askpass.NewCommand()
	}
	return nil
}

func main() {
	command := component(filepath.Base(os.Args[0]))
	if command == nil {
		fmt.Fprintln(os.Stderr, "link this binary to the name of an Argo CD component and call that")
		os.Exit(2)
	}
	if command.Execute() != nil {
		os.Exit(1)
	}
}
