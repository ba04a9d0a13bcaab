#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv) {
  char *line = argv[1];
  if (strcmp(line, "uptime") != 0) return 1;
  return system(line);
}
