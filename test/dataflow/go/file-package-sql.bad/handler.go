package shop

import (
	"database/sql"
	"net/http"
)

func handle(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	rows, err := find(db, r.FormValue("name"))
	show(w, rows, err)
}
