package preview

import "net/http"

func load(w http.ResponseWriter, r *http.Request) {
	urls := []string{"https://api.example.com/", r.FormValue("url")}
	resp, err := http.Get(urls[0])
	show(w, resp, err)
}
