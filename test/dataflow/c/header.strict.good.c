#include <stdio.h>
#include <string.h>

int cookie(char *out, size_t size, const char *value) {
  if (strpbrk(value, "\r\n")) return -1;
  return snprintf(out, size, "Set-Cookie: lang=%s; Secure\r\n", value);
}
