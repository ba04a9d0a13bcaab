#include <stdlib.h>

static const char *tool(void) {
  return "uptime";
}

int main(void) {
  return system(tool());
}
