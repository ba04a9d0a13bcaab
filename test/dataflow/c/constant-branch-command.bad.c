#include <stdlib.h>

int main(int argc, char **argv) {
  const int size = 7;
  const char *line = "uptime";
  if (size * 6 > 40) line = argv[1];
  return system(line); // expect: CWE-78
}
