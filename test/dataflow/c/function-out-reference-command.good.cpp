#include <cstdlib>
#include <string>

static void commandFor(std::string &out, const std::string &name) {
  out = "tar -tf " + name;
}

static void copyOf(std::string *out, const std::string &name) {
  *out = name;
}

int main(int argc, char **argv) {
  std::string command, other;
  commandFor(other, "a.tar");
  copyOf(&command, argv[1]);
  return std::system(other.c_str());
}
