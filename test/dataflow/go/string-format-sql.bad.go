package shop

import (
	"database/sql"
	"fmt"
	"net/http"
	"strconv"
)

func page(db *sql.DB, r *http.Request) (*sql.Rows, error) {
	limit := r.FormValue("limit")
	query := fmt.Sprintf("SELECT id FROM items LIMIT %v", limit)
	return db.Query(query) // expect: CWE-89
}
