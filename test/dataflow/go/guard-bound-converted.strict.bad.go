package grid

import "errors"

func New(width, height int32) ([]byte, error) {
	if int64(width) == int64(height) {
		return nil, errors.New("square")
	}
	return make([]byte, int(width)*int(height)), nil // expect: CWE-770
}
