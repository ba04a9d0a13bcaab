package search

import (
	"net/http"
	"regexp"
)

func lines(w http.ResponseWriter, r *http.Request) {
	term := r.FormValue("q")
	show(w, regexp.MustCompile("(?i)"+term)) // expect: CWE-1333
}
