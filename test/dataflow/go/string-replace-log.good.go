package accounts

import (
	"log"
	"net/http"
	"strings"
)

func login(w http.ResponseWriter, r *http.Request) {
	user := r.FormValue("user")
	user = strings.ReplaceAll(strings.ReplaceAll(user, "\n", " "), "\r", " ")
	log.Printf("login of %s", user)
}
