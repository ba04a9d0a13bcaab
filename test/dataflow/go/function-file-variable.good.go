package main

import (
	"net/http"
	"os/exec"
)

var command = "ls"

func choose(w http.ResponseWriter, r *http.Request) {
	if r.URL.Query().Get("command") == "long" {
		command = "ls -l"
	}
}

func run(w http.ResponseWriter, r *http.Request) {
	exec.Command("sh", "-c", command).Run()
}
