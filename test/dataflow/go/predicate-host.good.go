package shop

import (
	"net/http"
	"net/url"
)

func relative(link string) bool {
	address, err := url.Parse(link)
	return err == nil && address.Host == "" && address.Scheme == ""
}

func back(w http.ResponseWriter, r *http.Request) {
	target := r.FormValue("target")
	if relative(target) {
		http.Redirect(w, r, target, http.StatusFound)
	}
}
