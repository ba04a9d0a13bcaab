package packets

import "encoding/binary"

func body(packet []byte) []byte {
	size := binary.BigEndian.Uint32(packet)
	return make([]byte, size) // expect: CWE-789
}
