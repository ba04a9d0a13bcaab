package shop

import (
	"database/sql"
	"net/http"
)

func list(db *sql.DB, r *http.Request) (*sql.Rows, error) {
	names := []string{"all"}
	names = append(names, r.FormValue("name"))
	return db.Query("SELECT id FROM items WHERE name = '" + names[0] + "'")
}
