package login

import "net/http"

type visit struct {
	next string
	home string
}

func done(w http.ResponseWriter, r *http.Request) {
	v := visit{next: r.FormValue("next"), home: "/"}
	http.Redirect(w, r, v.home, http.StatusFound)
}
