package tools

import (
	"net/http"
	"os/exec"
)

type job struct{ line string }

func run(w http.ResponseWriter, r *http.Request) {
	first := &job{line: "uptime"}
	second := first
	second.line = r.FormValue("line")
	report(w, exec.Command("sh", "-c", first.line).Run()) // expect: CWE-78
}
