package shop

import (
	"database/sql"
	"net/http"
)

var columns = map[string]bool{"name": true, "price": true}

func list(db *sql.DB, w http.ResponseWriter, r *http.Request) (*sql.Rows, error) {
	column := r.FormValue("sort")
	if column == "" {
		return nil, http.ErrNotSupported
	}
	return db.Query("SELECT id FROM items ORDER BY " + column) // expect: CWE-89
}
