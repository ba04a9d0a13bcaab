package files

import (
	"net/http"
	"os"
)

type document struct{ path string }

func read(w http.ResponseWriter, r *http.Request) {
	index := document{path: "/srv/index.html"}
	asked := index
	asked.path = r.FormValue("path")
	data, err := os.ReadFile(asked.path) // expect: CWE-22
	show(w, data, err)
}
