package a

import (
	"net/http"
	"os/exec"

	"github.com/gorilla/mux"
)

func run(w http.ResponseWriter, r *http.Request) {
	vars := mux.Vars(r)
	exec.Command("sh", "-c", "ls "+vars["folder"]).Run() // expect: CWE-78
}
