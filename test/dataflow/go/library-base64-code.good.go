package rules

import (
	"encoding/base64"
	"net/http"

	"github.com/dop251/goja"
)

func apply(w http.ResponseWriter, r *http.Request) {
	code, _ := base64.StdEncoding.DecodeString(r.FormValue("code"))
	vm := goja.New()
	vm.Set("text", string(code))
	value, err := vm.RunString("text.length")
	show(w, value, err)
}
