package shop

import (
	"database/sql"
	"net/http"
)

func known(column string) bool {
	return column != ""
}

func list(db *sql.DB, r *http.Request) (*sql.Rows, error) {
	column := r.FormValue("sort")
	if !known(column) {
		return nil, http.ErrNotSupported
	}
	return db.Query("SELECT id FROM items ORDER BY " + column) // expect: CWE-89
}
