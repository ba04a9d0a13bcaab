#include <cstdlib>
#include <set>
#include <string>

static const std::set<std::string> allowed = {"uptime", "date"};

int main(int argc, char **argv) {
  std::string line = argv[1];
  if (line.size() > 100) return 1;
  return system(line.c_str()); // expect: CWE-78
}
