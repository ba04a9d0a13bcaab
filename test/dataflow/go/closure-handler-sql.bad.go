package shop

import (
	"database/sql"
	"net/http"
)

func routes(db *sql.DB) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /items/{id}", func(w http.ResponseWriter, r *http.Request) {
		rows, err := db.Query("SELECT name FROM items WHERE id = " + r.PathValue("id")) // expect: CWE-89
		show(w, rows, err)
	})
	return mux
}
