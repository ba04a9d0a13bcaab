package main

import (
	"net/http"
	"os/exec"
)

var command = "ls"

func choose(w http.ResponseWriter, r *http.Request) {
	command = r.URL.Query().Get("command")
}

func run(w http.ResponseWriter, r *http.Request) {
	exec.Command("sh", "-c", command).Run() // expect: CWE-78
}
