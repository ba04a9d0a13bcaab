package site

import (
	"fmt"
	"html"
	"net/http"
)

func greeter(clean func(string) string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "<h1>%s</h1>", r.FormValue("name")) // expect: CWE-79
	}
}
