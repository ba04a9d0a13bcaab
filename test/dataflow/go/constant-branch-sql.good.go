package shop

import (
	"database/sql"
	"net/http"
)

func list(db *sql.DB, r *http.Request) (*sql.Rows, error) {
	size := 7
	name := "all"
	if size*6 < 40 {
		name = r.FormValue("name")
	}
	return db.Query("SELECT id FROM items WHERE name = '" + name + "'")
}
