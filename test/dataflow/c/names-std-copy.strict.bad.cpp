#include <cstring>

struct message {
    char body[64];
};

void fill(message *into, const char *from, size_t length) {
    std::memcpy(into->body, from, length); // expect: CWE-787
}
