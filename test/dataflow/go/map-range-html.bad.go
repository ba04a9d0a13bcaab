package site

import (
	"html"
	"io"
	"net/http"
)

func echo(w http.ResponseWriter, r *http.Request) {
	r.ParseForm()
	for key, values := range r.Form {
		io.WriteString(w, "<li>"+key+values[0]) // expect: CWE-79
	}
}
