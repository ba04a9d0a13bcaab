package shop

import (
	"database/sql"
	"net/http"
	"strings"
)

func list(db *sql.DB, r *http.Request) (*sql.Rows, error) {
	var query strings.Builder
	query.WriteString("SELECT id FROM items WHERE name = ")
	query.WriteString("'" + r.FormValue("name") + "'")
	return db.Query(query.String()) // expect: CWE-89
}
