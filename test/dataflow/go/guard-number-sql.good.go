package shop

import (
	"database/sql"
	"net/http"
	"strconv"
)

func item(db *sql.DB, r *http.Request) (*sql.Rows, error) {
	id := r.PathValue("id")
	if _, err := strconv.Atoi(id); err != nil {
		return nil, err
	}
	return db.Query("SELECT name FROM items WHERE id = " + id)
}
