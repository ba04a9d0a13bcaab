package users

import (
	"net/http"
	"strings"

	"github.com/antchfx/xmlquery"
)

func find(root *xmlquery.Node, r *http.Request) (*xmlquery.Node, error) {
	name := r.URL.Query().Get("name")
	if strings.ContainsAny(name, "'\"<>[]") {
		return nil, http.ErrNotSupported
	}
	return xmlquery.Query(root, "//user[@name='"+name+"']")
}
