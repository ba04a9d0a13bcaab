#include <stdlib.h>

int main(int argc, char **argv) {
  char *line = argv[1];
  note(line);
  line = "uptime";
  return system(line);
}
