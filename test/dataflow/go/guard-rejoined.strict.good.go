package store

import (
	"errors"
	"os"
	"path"
)

type Upload struct {
	Folder string
	Name   string
}

func Remove(root string, upload Upload) error {
	folder := path.Join(root, upload.Folder)
	target := path.Join(folder, upload.Name)
	if hasSymlinkInPath(root, path.Join(upload.Folder, upload.Name)) {
		return errors.New("a link")
	}
	return os.Remove(target)
}
