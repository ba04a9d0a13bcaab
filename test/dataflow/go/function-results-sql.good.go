package shop

import (
	"database/sql"
	"net/http"
)

func order(r *http.Request) (column string, direction string) {
	return "created", r.FormValue("direction")
}

func list(db *sql.DB, r *http.Request) (*sql.Rows, error) {
	column, direction := order(r)
	note(column, direction)
	return db.Query("SELECT id FROM items ORDER BY " + column)
}
