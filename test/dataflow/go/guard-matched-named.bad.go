package main

import (
	"net/http"
	"os"
	"regexp"
)

func page(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	ok, _ := regexp.MatchString(`^[a-z]+$`, name)
	if ok {
		return
	}
	text, err := os.ReadFile("/srv/pages/" + name) // expect: CWE-22
	reply(w, text, err)
}
