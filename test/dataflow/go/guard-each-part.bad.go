package main

import (
	"net/http"
	"os"
	"strings"
)

func page(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	for _, part := range strings.Split(name, "/") {
		if part == ".." {
			continue
		}
	}
	text, err := os.ReadFile("/srv/pages/" + name) // expect: CWE-22
	reply(w, text, err)
}
