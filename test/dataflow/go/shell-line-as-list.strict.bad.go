package build

import (
	"context"
	"fmt"
)

type Runner interface {
	Run(ctx context.Context, command ...string) error
}

func Label(ctx context.Context, runner Runner, path string) error {
	command := []string{"/bin/sh", "-c", fmt.Sprintf("setfattr -n user.label -v 1 %s", path)} // expect: CWE-78
	return runner.Run(ctx, command...)
}
