package people

import (
	"fmt"
	"net/http"

	"github.com/go-ldap/ldap/v3"
)

func filter(r *http.Request) string {
	uid := r.FormValue("uid")
	uid = ldap.EscapeFilter(uid)
	return fmt.Sprintf("(&(objectClass=person)(uid=%s))", uid)
}
