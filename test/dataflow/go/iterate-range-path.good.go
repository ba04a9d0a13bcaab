package files

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

func remove(w http.ResponseWriter, r *http.Request) {
	for _, name := range strings.Split(r.FormValue("names"), ",") {
		report(w, os.Remove(filepath.Join("/srv/uploads", filepath.Base(name))))
	}
}
