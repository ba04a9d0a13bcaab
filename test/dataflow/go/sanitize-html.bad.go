package site

import (
	"fmt"
	"html/template"
	"net/http"
)

func greet(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	fmt.Fprintf(w, "<h1>%s</h1>", name) // expect: CWE-79
}
