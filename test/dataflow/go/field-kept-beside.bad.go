package pages

import (
	"net/http"
	"net/url"
)

type settings struct{ prefix string }

type exchange struct {
	request  *http.Request
	writer   http.ResponseWriter
	query    url.Values
	settings *settings
}

func (e *exchange) load() {
	e.query = e.request.URL.Query()
	e.settings = &settings{prefix: "while(1);"}
}

func (e *exchange) begin() {
	e.writer.Write([]byte(e.query.Get("name"))) // expect: CWE-79
}
