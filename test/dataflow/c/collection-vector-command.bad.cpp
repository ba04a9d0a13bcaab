#include <cstdlib>
#include <string>
#include <vector>

int main(int argc, char **argv) {
  std::vector<std::string> lines;
  lines.push_back("uptime");
  lines.push_back(argv[1]);
  int failed = 0;
  for (const auto &line : lines) failed |= system(line.c_str()); // expect: CWE-78
  return failed;
}
