#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void command_for(char *out, size_t size, const char *name) {
  snprintf(out, size, "tar -tf %s", name);
}

static void copy_of(char **out, const char *name) {
  *out = strdup(name);
}

int main(int argc, char **argv) {
  char command[256];
  char *other = NULL;
  command_for(command, sizeof command, argv[1]);
  copy_of(&other, argv[1]);
  return system(command); // expect: CWE-78
}
