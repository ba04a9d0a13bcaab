package files

import (
	"net/http"
	"os"

	"github.com/google/uuid"
)

func read(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("id")
	id, err := uuid.Parse(name)
	if err != nil {
		return
	}
	name = id.String()
	data, err := os.ReadFile("/srv/orders/" + name + ".json")
	show(w, data, err)
}
