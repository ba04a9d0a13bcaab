package shop

import (
	"database/sql"
	"net/http"
)

func byName(db *sql.DB, name string) (*sql.Rows, error) {
	return db.Query("SELECT id FROM items WHERE name = ?", name)
}

func list(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	rows, err := byName(db, r.URL.Query().Get("name"))
	show(w, rows, err)
}
