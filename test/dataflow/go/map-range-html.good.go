package site

import (
	"html"
	"io"
	"net/http"
)

func echo(w http.ResponseWriter, r *http.Request) {
	r.ParseForm()
	for key, values := range r.Form {
		io.WriteString(w, "<li>"+html.EscapeString(key+values[0]))
	}
}
