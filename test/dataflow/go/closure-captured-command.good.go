package tools

import (
	"net/http"
	"os/exec"
)

func run(w http.ResponseWriter, r *http.Request) {
	line := "uptime"
	start := func() error {
		return exec.Command("sh", "-c", line).Run()
	}
	record(r.FormValue("line"))
	report(w, start())
}
