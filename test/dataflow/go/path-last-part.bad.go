package main

import (
	"net/http"
	"os"
	"strings"
)

func store(w http.ResponseWriter, r *http.Request) {
	parts := strings.Split(r.FormValue("name"), "/")
	name := strings.Join(parts[1:], "/")
	if err := os.WriteFile("/srv/inbox/"+name, []byte("stored"), 0o600); err != nil { // expect: CWE-22
		http.Error(w, "not stored", http.StatusInternalServerError)
	}
}
