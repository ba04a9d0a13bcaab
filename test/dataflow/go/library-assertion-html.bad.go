package site

import (
	"context"
	"fmt"
	"net/http"
)

func greet(w http.ResponseWriter, r *http.Request) {
	var value any = r.FormValue("name")
	name, ok := value.(string)
	record(context.Background(), ok)
	fmt.Fprintf(w, "<h1>%s</h1>", name) // expect: CWE-79
}
