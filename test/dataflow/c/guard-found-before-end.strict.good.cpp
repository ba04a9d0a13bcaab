#include <algorithm>
#include <dlfcn.h>
#include <string>
#include <vector>

static const std::vector<std::string> known = {"png", "webp"};

void *load(const std::string &name) {
    if (std::find(known.begin(), known.end(), name) == known.end())
        return nullptr;
    return dlopen(name.c_str(), RTLD_NOW);
}
