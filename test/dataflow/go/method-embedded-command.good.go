package tools

import (
	"net/http"
	"os/exec"
)

type base struct{}

func (base) run(line string) error {
	return exec.Command("sh", "-c", line).Run()
}

type backup struct{ base }

func (b backup) handle(w http.ResponseWriter, r *http.Request) {
	report(w, b.run("tar cf /srv/x.tar /srv/data"), r.FormValue("folder"))
}
