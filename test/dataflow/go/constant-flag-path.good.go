package files

import (
	"net/http"
	"os"
)

const remote = false

func read(w http.ResponseWriter, r *http.Request) {
	name := "/srv/index.html"
	if remote {
		name = r.FormValue("name")
	}
	data, err := os.ReadFile(name)
	show(w, data, err)
}
