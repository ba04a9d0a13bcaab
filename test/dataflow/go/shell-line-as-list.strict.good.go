package build

import (
	"context"
	"fmt"

	"github.com/kballard/go-shellquote"
)

type Runner interface {
	Run(ctx context.Context, command ...string) error
}

func Label(ctx context.Context, runner Runner, path string) error {
	command := []string{"/bin/sh", "-c", fmt.Sprintf("setfattr -n user.label -v 1 %s", shellquote.Join(path))}
	return runner.Run(ctx, command...)
}
