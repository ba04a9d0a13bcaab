package accounts

import (
	"log"
	"net/http"
	"strings"
)

func login(w http.ResponseWriter, r *http.Request) {
	user := r.FormValue("user")
	user = strings.ReplaceAll(user, "\t", " ")
	log.Printf("login of %s", user) // expect: CWE-117
}
