package files

import (
	"path/filepath"

	"github.com/labstack/echo/v4"
)

func download(c echo.Context) error {
	return c.File("/srv/docs/" + c.QueryParam("name")) // expect: CWE-22
}
