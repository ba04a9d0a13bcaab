package files

import (
	"net/http"
	"os"
)

func read(w http.ResponseWriter, r *http.Request) {
	data, err := os.ReadFile("/srv/docs/" + nameOf(r)) // expect: CWE-22
	show(w, data, err)
}
