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
			return
		}
	}
	text, err := os.ReadFile("/srv/pages/" + name)
	reply(w, text, err)
}
