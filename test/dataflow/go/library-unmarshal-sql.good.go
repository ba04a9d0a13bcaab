package shop

import (
	"database/sql"
	"encoding/json"
	"io"
	"net/http"
)

func list(db *sql.DB, r *http.Request) (*sql.Rows, error) {
	data, _ := io.ReadAll(r.Body)
	var in struct{ Sort string }
	json.Unmarshal(data, &in)
	return db.Query("SELECT id FROM items WHERE kind = ?", in.Sort)
}
