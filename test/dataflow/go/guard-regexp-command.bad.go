package tools

import (
	"net/http"
	"os/exec"
	"regexp"
)

var host = regexp.MustCompile(`[a-z0-9.-]+`)

func ping(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("host")
	if !host.MatchString(name) {
		http.Error(w, "no such host", http.StatusBadRequest)
		return
	}
	report(w, exec.Command("sh", "-c", "ping -c 1 "+name).Run()) // expect: CWE-78
}
