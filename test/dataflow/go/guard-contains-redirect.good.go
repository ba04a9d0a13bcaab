package login

import (
	"net/http"
	"slices"
)

var targets = []string{"/account", "/orders"}

func done(w http.ResponseWriter, r *http.Request) {
	next := r.FormValue("next")
	if !slices.Contains(targets, next) {
		next = "/"
	}
	http.Redirect(w, r, next, http.StatusFound)
}
