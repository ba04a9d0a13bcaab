#include <stdio.h>

int mean(const char *line, long *mean) {
  long total, count;
  if (sscanf(line, "total=%ld count=%ld", &total, &count) != 2) return -1;
  if (count <= 0) return -1;
  *mean = total / count;
  return 0;
}
