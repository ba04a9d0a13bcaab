package shop

import (
	"database/sql"
	"net/http"
	"strconv"
)

func item(db *sql.DB, r *http.Request) (*sql.Rows, error) {
	id := r.PathValue("id")
	return db.Query("SELECT name FROM items WHERE id = " + id) // expect: CWE-89
}
