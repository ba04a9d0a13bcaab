package main

import (
	"net/http"
	"os"
	"strings"
)

func store(w http.ResponseWriter, r *http.Request) {
	parts := strings.Split(r.FormValue("name"), "/")
	name := parts[len(parts)-1]
	if err := os.WriteFile("/srv/inbox/"+name, []byte("stored"), 0o600); err != nil {
		http.Error(w, "not stored", http.StatusInternalServerError)
	}
}
