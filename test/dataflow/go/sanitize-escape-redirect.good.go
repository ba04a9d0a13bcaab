package login

import (
	"net/http"
	"net/url"
)

func done(w http.ResponseWriter, r *http.Request) {
	next := r.FormValue("next")
	http.Redirect(w, r, "/done?next="+url.QueryEscape(next), http.StatusFound)
}
