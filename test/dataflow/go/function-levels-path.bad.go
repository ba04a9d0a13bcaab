package files

import (
	"net/http"
	"os"
	"path/filepath"
)

func clean(name string) string {
	return filepath.Clean(name)
}

func locate(name string) string { return filepath.Join("/srv/docs", clean(name)) }

func read(w http.ResponseWriter, r *http.Request) {
	data, err := os.ReadFile(locate(r.FormValue("name"))) // expect: CWE-22
	show(w, data, err)
}
