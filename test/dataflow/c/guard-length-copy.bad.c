#include <string.h>

int main(int argc, char **argv) {
  char name[32];
  if (argc < 2) return 1;
  strcpy(name, argv[1]); // expect: CWE-120
  return greet(name);
}
