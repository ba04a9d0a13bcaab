#include <string.h>

int reversed(const char *text, int count, int most) {
  if (count < 1 || count > most) return -1;
  char copy[count];
  memset(copy, text[0], sizeof copy);
  return copy[0];
}
