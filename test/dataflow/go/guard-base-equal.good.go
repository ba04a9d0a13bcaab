package files

import (
	"net/http"
	"os"
	"path"
)

func read(r *http.Request) ([]byte, error) {
	name := r.FormValue("name")
	if name == "" || name != path.Base(name) {
		return nil, os.ErrInvalid
	}
	return os.ReadFile(path.Join("/srv/files", name))
}
