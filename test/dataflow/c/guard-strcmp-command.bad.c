#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv) {
  char *line = argv[1];
  if (strlen(line) > 20) return 1;
  return system(line); // expect: CWE-78
}
