#include <stdio.h>
#include <stdlib.h>

static int list(const char *folder) {
  char command[300];
  snprintf(command, sizeof command, "ls -l %s", folder);
  return system(command); // expect: CWE-78
}

int main(int argc, char **argv) {
  return argc > 1 ? list(argv[1]) : 1;
}
