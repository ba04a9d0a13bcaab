#include <stdio.h>
#include <stdlib.h>

struct request {
  char name[64];
  int kind;
};

int archive(const struct request *request) {
  char command[128];
  snprintf(command, sizeof command, "tar -tf %s", request->name);
  return system(command); // expect: CWE-78
}
