package files

import (
	"path/filepath"

	"github.com/labstack/echo/v4"
)

func download(c echo.Context) error {
	return c.File("/srv/docs/" + filepath.Base(c.QueryParam("name")))
}
