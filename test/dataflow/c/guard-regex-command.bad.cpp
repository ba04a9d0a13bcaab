#include <cstdlib>
#include <regex>
#include <string>

int main(int argc, char **argv) {
  std::string host = argv[1];
  if (!std::regex_search(host, std::regex("[a-z0-9.]+"))) return 1;
  return system(("ping -c 1 " + host).c_str()); // expect: CWE-78
}
