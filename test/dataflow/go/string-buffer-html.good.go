package site

import (
	"bytes"
	"html"
	"net/http"
)

func page(w http.ResponseWriter, r *http.Request) {
	var page bytes.Buffer
	page.WriteString("<ul><li>")
	page.WriteString(html.EscapeString(r.FormValue("item")))
	page.WriteString("</li></ul>")
	w.Write(page.Bytes())
}
