package files

import (
	"net/http"
	"os"
	"strings"
)

func remove(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	if strings.Contains(name, "..") {
		http.NotFound(w, r)
		return
	}
	report(w, os.Remove("/srv/uploads/"+name))
}
