package relay

import (
	"fmt"
	"net"
	"net/http"
	"strings"
)

func forward(conn net.Conn, r *http.Request) {
	user := r.FormValue("user")
	user = strings.NewReplacer("\r", "", "\n", "").Replace(user)
	fmt.Fprintf(conn, "GET / HTTP/1.1\r\nX-User: %s\r\n\r\n", user)
}
