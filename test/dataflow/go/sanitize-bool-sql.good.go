package shop

import (
	"database/sql"
	"fmt"
	"net/http"
	"strconv"
)

func list(db *sql.DB, r *http.Request) (*sql.Rows, error) {
	active := r.FormValue("active")
	flag, _ := strconv.ParseBool(active)
	return db.Query(fmt.Sprintf("SELECT id FROM items WHERE active = %t", flag))
}
