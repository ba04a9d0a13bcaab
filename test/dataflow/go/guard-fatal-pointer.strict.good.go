package tools

import (
	"log"
	"os/exec"
	"regexp"
)

var hosts = regexp.MustCompile(`^[a-z0-9.]+$`)

func Trace(host *string) ([]byte, error) {
	if !hosts.MatchString(*host) {
		log.Fatal("odd host")
	}
	return exec.Command("sh", "-c", "traceroute "+*host).Output()
}
