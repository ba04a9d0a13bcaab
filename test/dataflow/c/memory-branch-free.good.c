#include <stdio.h>
#include <stdlib.h>

int show(char *text, int failed) {
  if (failed) {
    free(text);
    return 1;
  }
  puts(text);
  return 0;
}
