#include <string>

std::string escape_html(const std::string &text);

std::string cell(const std::string &name) {
  return "<td>" + escape_html(name) + "</td>";
}
