#include <string.h>

int store(unsigned char *slot, const unsigned char *data, size_t length) {
  unsigned char body[128];
  memcpy(body, data, length); // expect: CWE-787
  return encode(slot, body);
}
