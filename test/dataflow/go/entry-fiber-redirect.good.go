package login

import "github.com/gofiber/fiber/v2"

func done(c *fiber.Ctx) error {
	return c.Redirect("/account")
}
