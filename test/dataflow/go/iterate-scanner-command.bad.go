package tools

import (
	"bufio"
	"net/http"
	"os/exec"
)

func batch(w http.ResponseWriter, r *http.Request) {
	lines := bufio.NewScanner(r.Body)
	for lines.Scan() {
		report(w, exec.Command("sh", "-c", lines.Text()).Run()) // expect: CWE-78
	}
}
