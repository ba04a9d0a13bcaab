package a

import (
	"os/exec"

	"github.com/kataras/iris/v12"
)

func run(ctx iris.Context) {
	exec.Command("sh", "-c", "ls /srv").Run()
}
