package files

import (
	"net/http"
	"os"
	"strings"
)

func read(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	if strings.Contains(name, "..") {
		http.NotFound(w, r)
		return
	}
	data, err := os.ReadFile("/srv/docs/" + name)
	show(w, data, err)
}
