package ping

import (
	"net/http"
	"os/exec"
	"strings"
)

func Ping(w http.ResponseWriter, r *http.Request) {
	host := r.FormValue("host")
	if strings.ContainsAny(host, ";&|`$<>(){}'\"\n ") {
		http.Error(w, "host", http.StatusBadRequest)
		return
	}
	out, _ := exec.Command("sh", "-c", "ping -c 1 "+host).Output()
	w.Write(out)
}
