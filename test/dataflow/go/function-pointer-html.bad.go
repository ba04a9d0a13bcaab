package site

import (
	"fmt"
	"html"
	"net/http"
)

func fill(target *string, text string) {
	*target = text
}

func greet(w http.ResponseWriter, r *http.Request) {
	var name string
	fill(&name, r.FormValue("name"))
	fmt.Fprintf(w, "<h1>Hello %s</h1>", name) // expect: CWE-79
}
