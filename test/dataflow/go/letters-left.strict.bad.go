package tool

import (
	"os/exec"
	"regexp"
	"strings"
)

var spaces = regexp.MustCompile(`\s+`)

func Remove(name string) ([]byte, error) {
	name = spaces.ReplaceAllString(name, "")
	return exec.Command("sh", "-c", "rm "+name).Output() // expect: CWE-78
}

func Show(name string) ([]byte, error) {
	name = strings.Map(func(r rune) rune { return r + 1 }, name)
	return exec.Command("sh", "-c", "cat "+name).Output() // expect: CWE-78
}

func Look(name string) ([]byte, error) {
	for i := 0; i < len(name); i++ {
		println(name[i])
	}
	return exec.Command("sh", "-c", "ls "+name).Output() // expect: CWE-78
}
