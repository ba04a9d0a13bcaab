#include <string>

// A text is data, whatever the name of its parameter.
std::string redirect(const std::string &next) {
  return "HTTP/1.1 302 Found\r\nLocation: " + next + "\r\n\r\n"; // expect: CWE-113
}
