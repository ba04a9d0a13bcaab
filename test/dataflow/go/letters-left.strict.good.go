package tool

import (
	"errors"
	"os/exec"
	"regexp"
	"strings"
	"unicode"
)

var others = regexp.MustCompile(`[^a-z0-9]+`)

func Remove(name string) ([]byte, error) {
	name = others.ReplaceAllString(name, "")
	return exec.Command("sh", "-c", "rm "+name).Output()
}

func Show(name string) ([]byte, error) {
	name = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, name)
	return exec.Command("sh", "-c", "cat "+name).Output()
}

func Look(name string) ([]byte, error) {
	for i := 0; i < len(name); i++ {
		if name[i] < 'a' || name[i] > 'z' {
			return nil, errors.New("letters only")
		}
	}
	return exec.Command("sh", "-c", "ls "+name).Output()
}
