#include <stdio.h>
#include <string.h>

int main(int argc, char **argv) {
  char text[100];
  strncpy(text, argv[1], sizeof text - 1);
  text[99] = '\0';
  printf("%s", text);
  return 0;
}
