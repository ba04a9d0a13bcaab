package shop

import (
	"database/sql"

	"github.com/gin-gonic/gin"
)

func routes(router *gin.Engine, db *sql.DB) {
	router.GET("/items/:id", func(c *gin.Context) {
		rows, err := db.Query("SELECT name FROM items WHERE id = " + c.Param("id")) // expect: CWE-89
		show(c, rows, err)
	})
}
