package shell

import "os/exec"

// Run runs a line of a shell.
func Run(line string) ([]byte, error) {
	return exec.Command("sh", "-c", line).Output() // expect: CWE-78
}
