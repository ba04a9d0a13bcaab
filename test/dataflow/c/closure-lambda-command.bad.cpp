#include <cstdlib>
#include <string>

int main(int argc, char **argv) {
  std::string line = argv[1];
  auto start = [&line]() {
    return system(line.c_str()); // expect: CWE-78
  };
  return start();
}
