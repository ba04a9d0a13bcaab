package files

import (
	"net/http"
	"path/filepath"
)

func nameOf(r *http.Request) string {
	return filepath.Base(r.URL.Query().Get("name"))
}
