package tools

import (
	"bufio"
	"net/http"
	"os/exec"
)

func batch(w http.ResponseWriter, r *http.Request) {
	lines := bufio.NewScanner(r.Body)
	for lines.Scan() {
		report(w, exec.Command("echo", lines.Text()).Run())
	}
}
