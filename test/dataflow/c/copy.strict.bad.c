#include <stdio.h>
#include <string.h>

void greet(const char *name) {
  char line[64];
  strcpy(line, name); // expect: CWE-120
  puts(line);
}
