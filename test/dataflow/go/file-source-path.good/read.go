package files

import (
	"net/http"
	"os"
)

func read(w http.ResponseWriter, r *http.Request) {
	data, err := os.ReadFile("/srv/docs/" + nameOf(r))
	show(w, data, err)
}
