package login

import (
	"net/http"
	"net/url"
)

func done(w http.ResponseWriter, r *http.Request) {
	next := r.FormValue("next")
	http.Redirect(w, r, next+"?done=1", http.StatusFound) // expect: CWE-601
}
