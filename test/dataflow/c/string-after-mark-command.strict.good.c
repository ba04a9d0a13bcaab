#include <stdlib.h>
#include <string.h>

static int length_of(const char *line) {
  const char *mark = strchr(line, '=');
  return mark ? (int)strlen(mark + 1) : 0;
}

int run(const char *line) {
  return system(length_of(line) > 3 ? "sync" : "true");
}

int second(char *line) {
  strtok(line, " ");
  char *word = strtok(NULL, " ");
  if (word == NULL || (strcmp(word, "sync") != 0 && strcmp(word, "true") != 0)) return -1;
  return system(word);
}
