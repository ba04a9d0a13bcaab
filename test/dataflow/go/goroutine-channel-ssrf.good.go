package preview

import "net/http"

func load(w http.ResponseWriter, r *http.Request) {
	urls := make(chan string, 1)
	urls <- "https://api.example.com/"
	target := <-urls
	resp, err := http.Get(target)
	show(w, resp, err, r)
}
