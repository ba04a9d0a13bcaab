#include <stdlib.h>

int run(const char *line) {
  if (*line == '/') {
    return system(line); // expect: CWE-78
  }
  return 0;
}
