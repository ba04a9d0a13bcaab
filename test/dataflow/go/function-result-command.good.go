package tools

import (
	"net/http"
	"os/exec"
)

func tool(r *http.Request) string {
	return "ls " + "-l"
}

func run(w http.ResponseWriter, r *http.Request) {
	out, err := exec.Command("sh", "-c", tool(r)).Output()
	show(w, out, err)
}
