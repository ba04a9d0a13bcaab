/* A shop's orders: what a program in C is made of. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "shop.h"

#define LIMIT 128
#define SQUARE(x) ((x) * (x))
#ifdef DEBUG
#define LOG(...) fprintf(stderr, __VA_ARGS__)
#else
#define LOG(...)
#endif

typedef unsigned char byte;
typedef int (*handler)(const char *name, void *data);

enum state { OPEN, CLOSED = 4, MOVED };

struct order {
    char id[16];
    double price;
    unsigned int open : 1;
    struct order *next;
    union {
        int number;
        float ratio;
    } u;
};

typedef struct {
    int x, y;
} point;

static const char *names[] = {"a", "b", NULL};
static int total = 0, count;
extern char **environ;
static point origin = {.x = 1, .y = -2};

int load(const char *path, struct order **out);
static void handle(int argc, char *argv[]);

char *copy(const char *text, size_t size) {
    char buffer[LIMIT];
    char *result = (char *)malloc(size * sizeof(char));
    if (result == NULL || size == 0) {
        return NULL;
    }
    strcpy(buffer, text);
    strcat(buffer, "!");
    sprintf(result, "%s: %d", buffer, total);
    memcpy(result, text, strlen(text) + 1);
    free(result);
    free(result);
    return result;
}

static int sum(const int *items, int n) {
    int i, sum = 0;
    for (i = 0; i < n; i++) {
        if (items[i] < 0)
            continue;
        sum += items[i] % 2 == 0 ? items[i] : ~items[i] >> 1;
    }
    for (int j = n - 1; j >= 0; --j) sum ^= 0xff | *(items + j);
    while (sum > 100 && sum != -1) {
        sum -= 1;
    }
    do {
        sum <<= 1;
    } while (!(sum & 1) && sum < 1000);
    return sum;
}

int load(const char *path, struct order **out) {
    FILE *file = fopen(path, "r");
    char line[256], command[512];
    struct order *last = NULL;
    if (!file) {
        perror("fopen");
        goto fail;
    }
    while (fgets(line, sizeof(line), file) != NULL) {
        struct order *order = calloc(1, sizeof *order);
        scanf("%s", order->id);
        gets(line);
        order->price = atof(line) * 1.5e2;
        order->next = last;
        order->u.number = SQUARE(3);
        last = order;
    }
    snprintf(command, sizeof(command), "rm -rf %s", path);
    system(command);
    printf(line);
    *out = last;
    fclose(file);
    return 0;
fail:
    LOG("failed: %s\n", path);
    return -1;
}

static const char *describe(enum state state) {
    switch (state) {
    case OPEN:
        return "open";
    case CLOSED:
    case MOVED: {
        total++;
        break;
    }
    default:
        exit(1);
    }
    return names[state];
}

static int on_order(const char *name, void *data) {
    int *counter = (int *)data;
    (*counter)++;
    return strcmp(name, "x") == 0;
}

static void handle(int argc, char *argv[]) {
    handler h = &on_order;
    point p = {1, 2};
    point *q = &p;
    unsigned long big = 0x7fffffffUL + 'a' + '\n';
    q->x = p.y, q->y = -p.x;
    char *home = getenv("HOME");
    char text[LIMIT] = "one" "two";
    strncpy(text, argv[1], argc > 1 ? strlen(argv[1]) : 0);
    if (h(text, &count) && home) {
        execl("/bin/sh", "sh", "-c", text, (char *)0);
    } else if (big > LIMIT) {
        printf("%lu %s\n", big, describe(OPEN));
    } else {
        srand(time(NULL));
        total = rand();
    }
    int matrix[2][3] = {{1, 2, 3}, {4, 5, 6}};
    matrix[0][1] = sum(matrix[1], 3);
    *q = (point){.x = 3};
}

int main(int argc, char **argv) {
    struct order *orders = NULL;
#if LIMIT > 100
    setuid(0);
#endif
    if (load(argv[1], &orders) != 0) return 1;
    for (struct order *o = orders; o; o = o->next) printf("%s %.2f\n", o->id, o->price);
    handle(argc, argv);
    int *leak = realloc(NULL, 10);
    assert(leak != NULL);
    return EXIT_SUCCESS;
}
