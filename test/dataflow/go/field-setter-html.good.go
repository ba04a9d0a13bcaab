package site

import (
	"fmt"
	"html"
	"net/http"
)

type profile struct{ name string }

func (p *profile) setName(name string) { p.name = name }

func greet(w http.ResponseWriter, r *http.Request) {
	p := &profile{}
	p.setName(html.EscapeString(r.FormValue("name")))
	fmt.Fprintf(w, "<h1>%s</h1>", p.name)
}
