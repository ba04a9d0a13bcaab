#include <cstdlib>
#include <iostream>
#include <string>

int main() {
  std::string line;
  int failed = 0;
  while (std::getline(std::cin, line)) {
    failed |= system(line.c_str()); // expect: CWE-78
  }
  return failed;
}
