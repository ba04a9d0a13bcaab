package files

import (
	"net/http"
	"os"

	"github.com/google/uuid"
)

func read(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("id")
	data, err := os.ReadFile("/srv/orders/" + name + ".json") // expect: CWE-22
	show(w, data, err)
}
