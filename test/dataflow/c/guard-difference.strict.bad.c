#include <limits.h>

int add(int *total, int points) {
    if (points < 0 || *total > INT_MAX)
        return -1;
    *total = *total + points; // expect: CWE-190
    return 0;
}
