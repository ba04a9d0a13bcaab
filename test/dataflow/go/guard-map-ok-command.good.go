package tools

import (
	"net/http"
	"os/exec"
)

var commands = map[string]string{"date": "date -u", "load": "uptime"}

func run(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	line, ok := commands[name]
	if !ok {
		http.NotFound(w, r)
		return
	}
	report(w, exec.Command("sh", "-c", line).Run())
}
