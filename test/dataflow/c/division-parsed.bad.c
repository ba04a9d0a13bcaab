#include <stdio.h>

int mean(const char *line, long *mean) {
  long total, count;
  if (sscanf(line, "total=%ld count=%ld", &total, &count) != 2) return -1;
  *mean = total / count; // expect: CWE-369
  return 0;
}
