package files

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

func read(w http.ResponseWriter, r *http.Request) {
	name := filepath.Join("/srv/docs", r.FormValue("name"))
	if !strings.HasSuffix(name, ".txt") {
		http.NotFound(w, r)
		return
	}
	data, err := os.ReadFile(name) // expect: CWE-22
	show(w, data, err)
}
