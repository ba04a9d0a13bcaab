package files

import (
	"net/http"
	"os"
	"path/filepath"
)

type namer interface{ name(r *http.Request) string }

type fromQuery struct{}

func (fromQuery) name(r *http.Request) string {
	return filepath.Base(r.URL.Query().Get("file"))
}

func serve(n namer, w http.ResponseWriter, r *http.Request) {
	data, err := os.ReadFile(filepath.Join("/srv", n.name(r)))
	show(w, data, err)
}
