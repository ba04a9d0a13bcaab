package login

import "net/http"

func done(w http.ResponseWriter, r *http.Request) {
	next := r.FormValue("next")
	record(next)
	next = "/account"
	http.Redirect(w, r, next, http.StatusFound)
}
