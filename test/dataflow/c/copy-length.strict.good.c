#include <string.h>

int store(unsigned char *slot, const unsigned char *data, size_t length) {
  unsigned char body[128];
  if (length > sizeof body) return -1;
  memcpy(body, data, length);
  return encode(slot, body);
}
