package tools

import (
	"net/http"
	"os/exec"
	"strings"
)

func run(w http.ResponseWriter, r *http.Request) {
	line := strings.Map(func(c rune) rune {
		if c == '\n' {
			return -1
		}
		return c
	}, r.FormValue("line"))
	report(w, exec.Command("sh", "-c", line).Run()) // expect: CWE-78
}
