#include <stdint.h>

int32_t area(int32_t width, int32_t height) {
  int32_t result;
  return __builtin_mul_overflow(width, height, &result) ? -1 : result;
}
