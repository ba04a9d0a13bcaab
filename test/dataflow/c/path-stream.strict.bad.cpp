#include <filesystem>
#include <fstream>
#include <string>

std::string first_line(const std::string &name) {
  std::filesystem::path file = std::filesystem::weakly_canonical(std::filesystem::path("/srv/pages") / name);
  std::ifstream in(file); // expect: CWE-22
  return line_of(in);
}
