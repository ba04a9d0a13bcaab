#include <stdio.h>

char *escape_filter(const char *text);

int filter(char *out, size_t size, const char *uid) {
  return snprintf(out, size, "(uid=%s)", escape_filter(uid));
}
