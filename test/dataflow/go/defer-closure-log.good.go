package accounts

import (
	"log"
	"net/http"
)

func login(w http.ResponseWriter, r *http.Request) {
	user := r.FormValue("user")
	defer func() {
		log.Printf("login of %q ended", user)
	}()
	check(w, user)
}
