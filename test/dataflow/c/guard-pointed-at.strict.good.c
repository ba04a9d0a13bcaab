#include <stdlib.h>
#include <string.h>

int run(const char *line) {
  if (strcmp(line, "/bin/date") == 0) {
    return system(line);
  }
  return 0;
}
