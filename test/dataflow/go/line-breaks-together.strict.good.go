package web

import (
	"errors"
	"fmt"
	"net"
	"strings"
)

var errLine = errors.New("line break")

func header(conn net.Conn, name, value string) error {
	value = strings.TrimSpace(value)
	if strings.ContainsAny(name+value, "\r\n") {
		return errLine
	}
	_, err := fmt.Fprintf(conn, "X-Header-%s: %s\r\n", name, value)
	return err
}
