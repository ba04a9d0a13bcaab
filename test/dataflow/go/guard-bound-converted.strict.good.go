package grid

import "errors"

func New(width, height int32) ([]byte, error) {
	if int64(width)*int64(height) > 1<<20 {
		return nil, errors.New("square")
	}
	return make([]byte, int(width)*int(height)), nil
}
