#include <stdio.h>
#include <stdlib.h>

static int list(const char *folder) {
  char command[300];
  snprintf(command, sizeof command, "ls -l %d", atoi(folder));
  return system(command);
}

int main(int argc, char **argv) {
  return argc > 1 ? list(argv[1]) : 1;
}
