package site

import (
	"html/template"
	"net/http"
)

var page = template.Must(template.New("page").Parse("<h1>{{.}}</h1>"))

func greet(w http.ResponseWriter, r *http.Request) {
	page.Execute(w, template.HTML(r.FormValue("name"))) // expect: CWE-79
}
