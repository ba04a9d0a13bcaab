#include <string.h>

int reversed(const char *text, int count) {
  char copy[count]; // expect: CWE-789
  memset(copy, text[0], sizeof copy);
  return copy[0];
}
