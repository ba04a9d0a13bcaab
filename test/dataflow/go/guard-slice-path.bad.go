package notes

import (
	"net/http"
	"os"
	"path/filepath"
)

const root = "/srv/notes/"

func Note(w http.ResponseWriter, r *http.Request) {
	path := filepath.Clean(filepath.Join(root, r.FormValue("name")))
	if len(path) < len(root) || path[1:len(root)] != root {
		http.Error(w, "name", http.StatusBadRequest)
		return
	}
	text, _ := os.ReadFile(path) // expect: CWE-22
	w.Write(text)
}
