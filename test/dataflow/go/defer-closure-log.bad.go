package accounts

import (
	"log"
	"net/http"
)

func login(w http.ResponseWriter, r *http.Request) {
	user := r.FormValue("user")
	defer func() {
		log.Printf("login of %s ended", user) // expect: CWE-117
	}()
	check(w, user)
}
