#include <cstdlib>
#include <string>

int convert(const std::string &file) {
  std::string command = "convert " + file + " out.png";
  return std::system(command.c_str()); // expect: CWE-78
}
