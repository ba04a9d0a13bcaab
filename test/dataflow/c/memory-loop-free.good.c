#include <stdlib.h>

struct node {
  struct node *next;
};

void clear(struct node *node) {
  while (node) {
    struct node *next = node->next;
    free(node);
    node = next;
  }
}
