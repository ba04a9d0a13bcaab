package files

import (
	"os"
	"path/filepath"
)

type Cleaner struct {
	Name string
}

func (c *Cleaner) Run() error {
	return os.Remove("/srv/files/" + filepath.Base(c.Name))
}
