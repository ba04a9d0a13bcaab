package preview

import "net/http"

func fetch(base string, note string) (*http.Response, error) {
	record(note)
	return http.Get(base) // expect: CWE-918
}

func load(w http.ResponseWriter, r *http.Request) {
	resp, err := fetch(r.FormValue("url"), "preview")
	show(w, resp, err)
}
