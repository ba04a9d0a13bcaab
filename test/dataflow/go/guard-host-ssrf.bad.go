package preview

import (
	"net/http"
	"net/url"
)

func load(w http.ResponseWriter, r *http.Request) {
	target, err := url.Parse(r.FormValue("url"))
	if err != nil || target.Scheme != "https" {
		http.Error(w, "not allowed", http.StatusForbidden)
		return
	}
	resp, err := http.Get(target.String()) // expect: CWE-918
	show(w, resp, err)
}
