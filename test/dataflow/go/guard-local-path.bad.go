package files

import (
	"net/http"
	"os"
	"path/filepath"
)

func read(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	if !filepath.IsAbs(name) {
		data, err := os.ReadFile(filepath.Join("/srv/docs", name)) // expect: CWE-22
		show(w, data, err)
	}
}
