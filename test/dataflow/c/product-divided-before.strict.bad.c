#include <stdint.h>
#include <stdlib.h>

int *matrix_create(unsigned int rows, unsigned int cols) {
  int *cells = malloc(rows * cols * sizeof(int)); // expect: CWE-190
  if (cells != NULL) cells[0] = 0;
  return cells;
}
