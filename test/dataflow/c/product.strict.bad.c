#include <stdint.h>

int32_t area(int32_t width, int32_t height) {
  return width * height; // expect: CWE-190
}
