package report

import (
	"net/http"
	"strconv"
)

func rows(w http.ResponseWriter, r *http.Request) []int {
	n, err := strconv.Atoi(r.FormValue("rows"))
	if err != nil || n < 0 || n > 1000 {
		return nil
	}
	return make([]int, n)
}
