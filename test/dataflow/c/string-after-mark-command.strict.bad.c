#include <stdlib.h>
#include <string.h>

static const char *value_of(const char *line) {
  const char *mark = strchr(line, '=');
  return mark ? mark + 1 : "";
}

int run(const char *line) {
  return system(value_of(line)); // expect: CWE-78
}

int second(char *line) {
  strtok(line, " ");
  char *word = strtok(NULL, " ");
  return system(word); // expect: CWE-78
}
