#include <stdint.h>
#include <stdlib.h>

struct item *create(size_t count) {
  if (count > SIZE_MAX / sizeof(struct item)) return NULL;
  struct item *items = malloc(count * sizeof(struct item));
  return items;
}
