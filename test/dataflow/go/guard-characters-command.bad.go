package ping

import (
	"net/http"
	"os/exec"
	"strings"
)

func Ping(w http.ResponseWriter, r *http.Request) {
	host := r.FormValue("host")
	if strings.ContainsAny(host, ", ") {
		http.Error(w, "host", http.StatusBadRequest)
		return
	}
	out, _ := exec.Command("sh", "-c", "ping -c 1 "+host).Output() // expect: CWE-78
	w.Write(out)
}
