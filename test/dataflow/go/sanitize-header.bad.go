package relay

import (
	"fmt"
	"net"
	"net/http"
	"strings"
)

func forward(conn net.Conn, r *http.Request) {
	user := r.FormValue("user")
	user = strings.TrimSpace(user[:len(user)/2]) + user[len(user)/2:]
	fmt.Fprintf(conn, "GET / HTTP/1.1\r\nX-User: %s\r\n\r\n", user) // expect: CWE-113
}
