package a

import (
	"os/exec"

	"github.com/beego/beego/v2/server/web"
)

type Run struct{ web.Controller }

func (c *Run) Get() {
	exec.Command("sh", "-c", "ls /srv").Run()
}
