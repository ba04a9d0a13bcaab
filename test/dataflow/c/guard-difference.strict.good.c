#include <limits.h>

int add(int *total, int points) {
    if (points < 0 || *total > INT_MAX - points)
        return -1;
    *total = *total + points;
    return 0;
}
