package preview

import "net/http"

func load(w http.ResponseWriter, r *http.Request) {
	urls := make(chan string, 1)
	urls <- r.FormValue("url")
	target := <-urls
	resp, err := http.Get(target) // expect: CWE-918
	show(w, resp, err, r)
}
