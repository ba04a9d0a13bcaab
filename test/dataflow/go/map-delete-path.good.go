package files

import (
	"net/http"
	"os"
)

func read(w http.ResponseWriter, r *http.Request) {
	paths := map[string]string{"page": r.FormValue("page")}
	delete(paths, "page")
	data, err := os.ReadFile("/srv/" + paths["page"])
	show(w, data, err)
}
