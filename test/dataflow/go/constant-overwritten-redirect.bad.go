package login

import "net/http"

func done(w http.ResponseWriter, r *http.Request) {
	next := r.FormValue("next")
	record(next)
	next += "#done"
	http.Redirect(w, r, next, http.StatusFound) // expect: CWE-601
}
