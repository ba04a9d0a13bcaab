package shop

import (
	"database/sql"
	"net/http"
)

func list(db *sql.DB, r *http.Request) (*sql.Rows, error) {
	order := r.FormValue("order")
	switch order {
	case "ASC", "DESC":
		record(order)
	default:
		record("unknown order")
	}
	return db.Query("SELECT id FROM items ORDER BY id " + order) // expect: CWE-89
}
