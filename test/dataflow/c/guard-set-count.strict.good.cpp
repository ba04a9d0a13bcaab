#include <dlfcn.h>
#include <set>
#include <string>

static const std::set<std::string> known = {"png", "webp"};

void *load(const std::string &name) {
    if (known.count(name) == 0)
        return nullptr;
    return dlopen(name.c_str(), RTLD_NOW);
}
