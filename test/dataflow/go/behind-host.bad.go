package web

import (
	"fmt"
	"net/http"
)

func fetch(w http.ResponseWriter, r *http.Request, base string) {
	address := fmt.Sprintf("%s%s/profile", base, r.FormValue("path"))
	response, err := http.Get(address) // expect: CWE-918
	if err == nil {
		defer response.Body.Close()
	}
}
