#include <cstdlib>
#include <string>

int main(int argc, char **argv) {
  std::string command = "ping -c 1 ";
  command += argv[1];
  return system(command.c_str()); // expect: CWE-78
}
