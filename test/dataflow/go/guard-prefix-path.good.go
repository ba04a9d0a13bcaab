package files

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

func read(w http.ResponseWriter, r *http.Request) {
	name := filepath.Join("/srv/docs", r.FormValue("name"))
	if !strings.HasPrefix(name, "/srv/docs/") {
		http.NotFound(w, r)
		return
	}
	data, err := os.ReadFile(name)
	show(w, data, err)
}
