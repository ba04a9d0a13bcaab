package a

import (
	"os/exec"

	"github.com/gofiber/fiber/v2"
)

type form struct{ Folder string }

func run(c *fiber.Ctx) error {
	var f form
	if err := c.BodyParser(&f); err != nil {
		return err
	}
	return exec.Command("sh", "-c", "ls "+f.Folder).Run() // expect: CWE-78
}
