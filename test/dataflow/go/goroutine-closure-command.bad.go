package tools

import (
	"net/http"
	"os/exec"
)

func run(w http.ResponseWriter, r *http.Request) {
	line := r.FormValue("line")
	go func(text string) {
		exec.Command("sh", "-c", text).Run() // expect: CWE-78
	}(line)
	w.WriteHeader(http.StatusAccepted)
}
