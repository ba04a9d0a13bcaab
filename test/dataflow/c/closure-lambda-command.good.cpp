#include <cstdlib>
#include <string>

int main(int argc, char **argv) {
  std::string line = "uptime";
  auto start = [&line]() {
    return system(line.c_str());
  };
  return start();
}
