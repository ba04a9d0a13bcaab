package files

import (
	"net/http"
	"os"
)

func withName(name string, use func(string) error) error { return use(name) }

func remove(w http.ResponseWriter, r *http.Request) {
	err := withName(r.FormValue("name"), func(name string) error {
		return os.Remove("/srv/uploads/" + name) // expect: CWE-22
	})
	report(w, err)
}
