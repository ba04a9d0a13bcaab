package files

import (
	"net/http"
	"os"
)

func read(w http.ResponseWriter, r *http.Request) {
	paths := map[string]string{"page": r.FormValue("page")}
	data, err := os.ReadFile("/srv/" + paths["page"]) // expect: CWE-22
	show(w, data, err)
}
