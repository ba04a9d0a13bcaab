package tools

import (
	"net/http"
	"os/exec"
)

func run(w http.ResponseWriter, r *http.Request) {
	options := map[string]string{"line": r.FormValue("line"), "fixed": "uptime"}
	report(w, exec.Command("sh", "-c", options["fixed"]).Run())
}
