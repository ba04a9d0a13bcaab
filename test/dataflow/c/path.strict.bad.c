#include <stdio.h>
#include <string.h>

FILE *page(const char *name) {
  char path[300];
  snprintf(path, sizeof path, "/srv/pages/%s", name);
  return fopen(path, "r"); // expect: CWE-22
}
