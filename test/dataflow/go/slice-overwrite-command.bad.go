package tools

import (
	"net/http"
	"os/exec"
)

func run(w http.ResponseWriter, r *http.Request) {
	lines := []string{r.FormValue("first"), r.FormValue("second")}
	lines[1] = "uptime"
	report(w, exec.Command("sh", "-c", lines[0]).Run()) // expect: CWE-78
}
