package shop

import (
	"database/sql"
	"net/http"
)

func list(db *sql.DB, r *http.Request) (*sql.Rows, error) {
	values := map[string]string{}
	values["name"] = r.FormValue("name")
	values["table"] = "items"
	return db.Query("SELECT id FROM " + values["table"])
}
