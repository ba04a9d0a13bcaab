#include <cstdlib>
#include <string>

int main(int argc, char **argv) {
  std::string command = "ping -c 1 ";
  command += "localhost";
  return system(command.c_str());
}
