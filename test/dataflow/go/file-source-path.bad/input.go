package files

import (
	"net/http"
	"path/filepath"
)

func nameOf(r *http.Request) string {
	return r.URL.Query().Get("name")
}
