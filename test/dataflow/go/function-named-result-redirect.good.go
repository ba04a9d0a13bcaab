package login

import "net/http"

func target(r *http.Request) (next string) {
	next = "/account"
	return
}

func done(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, target(r), http.StatusFound)
}
