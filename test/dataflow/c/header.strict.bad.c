#include <stdio.h>
#include <string.h>

int cookie(char *out, size_t size, const char *value) {
  return snprintf(out, size, "Set-Cookie: lang=%s; Secure\r\n", value); // expect: CWE-113
}
