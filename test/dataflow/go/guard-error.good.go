package web

import (
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

func inspect(name string) error {
	if strings.Contains(name, "..") {
		return errors.New("bad")
	}
	return nil
}

func serve(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	if err := inspect(name); err != nil {
		return
	}
	data, _ := os.ReadFile(filepath.Join("/srv", name))
	w.Write(data)
}
