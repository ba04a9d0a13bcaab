#include <stdlib.h>

static const char *tool(void) {
  return getenv("TOOL");
}

int main(void) {
  return system(tool()); // expect: CWE-78
}
