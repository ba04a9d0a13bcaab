package store

import (
	"os"
	"path/filepath"
)

func Load(folder, name string) ([]byte, error) {
	return os.ReadFile(filepath.Join(folder, filepath.Base(name)))
}
