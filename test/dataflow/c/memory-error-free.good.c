#include <stdlib.h>

int load(const char *path) {
  char *text = read_all(path);
  int status = parse(text);
  if (status != 0) {
    free(text);
    return status;
  }
  free(text);
  return status;
}
