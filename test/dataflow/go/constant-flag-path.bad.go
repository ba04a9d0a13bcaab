package files

import (
	"net/http"
	"os"
)

const remote = true

func read(w http.ResponseWriter, r *http.Request) {
	name := "/srv/index.html"
	if remote {
		name = r.FormValue("name")
	}
	data, err := os.ReadFile(name) // expect: CWE-22
	show(w, data, err)
}
