package jobs

import (
	"net/http"
	"os/exec"
	"strconv"
)

func Stop(w http.ResponseWriter, r *http.Request) {
	id, name := r.FormValue("id"), r.FormValue("name")
	if _, err := strconv.Atoi(id); err != nil {
		http.Error(w, name, http.StatusBadRequest)
		return
	}
	out, _ := exec.Command("sh", "-c", "kill "+id).Output()
	w.Write(out)
}
