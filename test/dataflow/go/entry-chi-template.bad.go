package mails

import (
	"net/http"
	"text/template"

	"github.com/go-chi/chi/v5"
)

func preview(w http.ResponseWriter, r *http.Request) {
	text := chi.URLParam(r, "text")
	t, err := template.New("mail").Parse("Dear " + text) // expect: CWE-1336
	show(w, t, text, err)
}
