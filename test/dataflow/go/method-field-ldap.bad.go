package people

import (
	"net/http"

	"github.com/go-ldap/ldap/v3"
)

type search struct{ uid string }

func (s search) request() *ldap.SearchRequest {
	filter := "(uid=" + s.uid + ")" // expect: CWE-90
	return ldap.NewSearchRequest("dc=example", 2, 0, 0, 0, false, filter, nil, nil)
}

func find(r *http.Request) *ldap.SearchRequest {
	return search{uid: r.FormValue("uid")}.request()
}
