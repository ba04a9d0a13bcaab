package tools

import (
	"net/http"
	"os/exec"
)

func run(w http.ResponseWriter, r *http.Request) {
	line := r.FormValue("line")
	go func(text string) {
		exec.Command("logger", "--", text).Run()
	}(line)
	w.WriteHeader(http.StatusAccepted)
}
