package tools

import (
	"net/http"
	"os/exec"
)

func run(w http.ResponseWriter, r *http.Request) {
	line := "uptime"
	start := func() error {
		return exec.Command("sh", "-c", line).Run() // expect: CWE-78
	}
	line = r.FormValue("line")
	report(w, start())
}
