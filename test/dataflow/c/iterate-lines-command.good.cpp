#include <cstdlib>
#include <iostream>
#include <string>

int main() {
  std::string line;
  int failed = 0;
  while (std::getline(std::cin, line)) {
    failed |= line.empty();
  }
  return failed;
}
