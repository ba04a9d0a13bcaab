#include <stdexcept>
#include <string>

std::string redirect(const std::string &next) {
  if (next.find_first_of("\r\n") != std::string::npos) throw std::invalid_argument("line break");
  return "HTTP/1.1 302 Found\r\nLocation: " + next + "\r\n\r\n";
}
