package web

import (
	"fmt"
	"net/http"
)

func fetch(w http.ResponseWriter, r *http.Request, base string) {
	address := fmt.Sprintf("%s/users/%s", base, r.FormValue("path"))
	response, err := http.Get(address)
	if err == nil {
		defer response.Body.Close()
	}
}
