package packets

func body(size int) []byte {
	return make([]byte, size)
}
