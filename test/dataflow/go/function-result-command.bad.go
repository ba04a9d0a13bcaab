package tools

import (
	"net/http"
	"os/exec"
)

func tool(r *http.Request) string {
	return r.FormValue("tool")
}

func run(w http.ResponseWriter, r *http.Request) {
	out, err := exec.Command("sh", "-c", tool(r)).Output() // expect: CWE-78
	show(w, out, err)
}
