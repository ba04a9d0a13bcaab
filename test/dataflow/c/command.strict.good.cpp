#include <cstdlib>
#include <string>

int convert(const std::string &file) {
  return spawn({"convert", "--", file, "out.png"});
}
