package tools

import (
	"net/http"
	"os/exec"
)

func run(w http.ResponseWriter, r *http.Request) {
	line := r.FormValue("line")
	if line != "uptime" {
		report(w, exec.Command("sh", "-c", line).Run()) // expect: CWE-78
	}
}
