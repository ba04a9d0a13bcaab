package site

import (
	"fmt"
	"html"
	"net/http"
)

func page(w http.ResponseWriter, r *http.Request) {
	defer func() {
		if reason := recover(); reason != nil {
			fmt.Fprintf(w, "<p>failed</p>")
		}
	}()
	name := r.FormValue("name")
	fmt.Fprintf(w, "<p>%s</p>", name) // expect: CWE-79
}
