package preview

import "net/http"

func fetch(base string, note string) (*http.Response, error) {
	record(note)
	return http.Get(base)
}

func load(w http.ResponseWriter, r *http.Request) {
	resp, err := fetch("https://api.example.com/", r.FormValue("url"))
	show(w, resp, err)
}
