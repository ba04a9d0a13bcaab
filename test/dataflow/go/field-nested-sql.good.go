package shop

import (
	"database/sql"
	"net/http"
)

type filter struct{ name, table string }
type query struct{ where filter }

func list(db *sql.DB, r *http.Request) (*sql.Rows, error) {
	var q query
	q.where.name = r.FormValue("name")
	q.where.table = "items"
	return db.Query("SELECT id FROM " + q.where.table)
}
