package unpack

import (
	"archive/zip"
	"os"
	"path/filepath"
)

func all(archive *zip.ReadCloser, folder string) {
	for _, f := range archive.File {
		name := filepath.Join(folder, filepath.Base(f.Name))
		out, err := os.Create(name)
		fill(out, f, err)
	}
}
