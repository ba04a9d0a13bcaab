package tools

import (
	"net/http"
	"os/exec"
)

func run(w http.ResponseWriter, r *http.Request) {
	line := "date"
	mode := "A"
	switch mode {
	case "A":
		line = "uptime"
	case "B":
		line = r.FormValue("line")
	}
	report(w, exec.Command("sh", "-c", line).Run())
}
