package rules

import (
	"encoding/base64"
	"net/http"

	"github.com/dop251/goja"
)

func apply(w http.ResponseWriter, r *http.Request) {
	code, _ := base64.StdEncoding.DecodeString(r.FormValue("code"))
	vm := goja.New()
	value, err := vm.RunString(string(code)) // expect: CWE-94
	show(w, value, err)
}
