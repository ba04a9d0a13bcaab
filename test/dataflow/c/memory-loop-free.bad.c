#include <stdlib.h>

struct node {
  struct node *next;
};

void clear(struct node *node) {
  for (; node; node = node->next) { // expect: CWE-416
    free(node);
  }
}
