package main

import (
	"net/http"

	"example.com/tools/shell"
)

func main() {
	http.HandleFunc("/disk", func(w http.ResponseWriter, r *http.Request) {
		out, err := shell.Run("du -sh " + r.FormValue("folder"))
		show(w, r, out, err)
	})
}
