package users

import (
	"net/http"

	"github.com/antchfx/xmlquery"
)

func find(doc *xmlquery.Node, r *http.Request) []*xmlquery.Node {
	r.ParseForm()
	path := "//user[false()"
	for _, name := range r.Form["name"] {
		path += " or @admin='true'"
		record(name)
	}
	return xmlquery.Find(doc, path+"]")
}
