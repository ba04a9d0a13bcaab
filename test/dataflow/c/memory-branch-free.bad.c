#include <stdio.h>
#include <stdlib.h>

int show(char *text, int failed) {
  if (failed) {
    free(text);
  }
  puts(text); // expect: CWE-416
  return 0;
}
