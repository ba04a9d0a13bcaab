package site

import (
	"fmt"
	"net/http"
)

func show(w http.ResponseWriter, r *http.Request) {
	parts := [2]string{"guest", r.FormValue("name")}
	which := 2 - 1
	fmt.Fprintf(w, "<b>%s</b>", parts[which]) // expect: CWE-79
}
