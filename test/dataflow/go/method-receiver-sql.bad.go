package shop

import (
	"database/sql"
	"net/http"
)

type store struct{ db *sql.DB }

func (s *store) find(name string) (*sql.Rows, error) {
	return s.db.Query("SELECT id FROM users WHERE name = '" + name + "'") // expect: CWE-89
}

func (s *store) handle(w http.ResponseWriter, r *http.Request) {
	rows, err := s.find(r.FormValue("name"))
	show(w, rows, err)
}
