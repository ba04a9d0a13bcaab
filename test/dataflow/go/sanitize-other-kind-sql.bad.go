package shop

import (
	"database/sql"
	"html"
	"net/http"
)

func list(db *sql.DB, r *http.Request) (*sql.Rows, error) {
	name := html.EscapeString(r.FormValue("name"))
	return db.Query("SELECT id FROM items WHERE price > " + name) // expect: CWE-89
}
