#include <stdint.h>
#include <stdlib.h>

struct item *create(size_t count) {
  struct item *items = malloc(count * sizeof(struct item)); // expect: CWE-190
  return items;
}
