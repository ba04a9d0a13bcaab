#include <cstring>

struct message {
    char body[64];
};

void fill(message *into, const char *from, size_t length) {
    if (length > sizeof(into->body))
        return;
    std::memcpy(into->body, from, length);
}
