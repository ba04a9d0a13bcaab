package tools

import (
	"net/http"
	"os/exec"
	"strings"
)

func run(w http.ResponseWriter, r *http.Request) {
	words := []string{"grep", "-c", "error"}
	words = append(words, "/var/log/shop.log")
	report(w, exec.Command("sh", "-c", strings.Join(words, " ")).Run())
}
