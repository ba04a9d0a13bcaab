#include <stdint.h>
#include <stdlib.h>

int *matrix_create(unsigned int rows, unsigned int cols) {
  if (cols != 0 && rows > SIZE_MAX / sizeof(int) / cols) return NULL;
  int *cells = malloc(rows * cols * sizeof(int));
  if (cells != NULL) cells[0] = 0;
  return cells;
}
