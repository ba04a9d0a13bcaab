package shop

import (
	"database/sql"
	"net/http"

	"github.com/gorilla/mux"
)

func item(db *sql.DB, r *http.Request) (*sql.Rows, error) {
	vars := mux.Vars(r)
	return db.Query("SELECT name FROM items WHERE id = ?", vars["id"])
}
