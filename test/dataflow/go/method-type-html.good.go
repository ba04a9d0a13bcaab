package site

import (
	"fmt"
	"html"
	"net/http"
)

type plain struct{}
type escaped struct{}

func (plain) text(s string) string   { return s }
func (escaped) text(s string) string { return html.EscapeString(s) }

func greet(w http.ResponseWriter, r *http.Request) {
	form := escaped{}
	fmt.Fprintf(w, "<p>%s</p>", form.text(r.FormValue("q")))
}
