package files

import "os"

type Cleaner struct {
	Name string
}

func (c *Cleaner) Run() error {
	return os.Remove("/srv/files/" + c.Name) // expect: CWE-22
}
