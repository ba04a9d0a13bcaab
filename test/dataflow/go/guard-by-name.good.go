package web

import (
	"net/http"
	"os"
	"path/filepath"

	"example.com/app/util"
)

func serve(w http.ResponseWriter, r *http.Request) {
	file := filepath.Join("/srv", r.URL.Query().Get("name"))
	if !util.IsSubPath("/srv", file) {
		return
	}
	data, _ := os.ReadFile(file)
	w.Write(data)
}
