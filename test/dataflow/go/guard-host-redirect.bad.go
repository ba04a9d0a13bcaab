package login

import (
	"net/http"
	"net/url"
)

func done(w http.ResponseWriter, r *http.Request) {
	next := r.FormValue("next")
	target, err := url.Parse(next)
	if err != nil {
		next = "/"
	}
	record(target)
	http.Redirect(w, r, next, http.StatusFound) // expect: CWE-601
}
