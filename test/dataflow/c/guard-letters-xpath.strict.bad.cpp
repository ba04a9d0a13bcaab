#include <cctype>
#include <libxml/xpath.h>
#include <map>
#include <string>

namespace {
bool plain(const std::string &text) {
  for (const char letter : text) {
    if (!std::isalnum(static_cast<unsigned char>(letter))) return false;
  }
  return !text.empty();
}
}  // namespace

xmlXPathObjectPtr find(const std::map<std::string, std::string> &asked, xmlXPathContextPtr users) {
  const auto name = asked.find("name");
  if (name == asked.end()) return nullptr;
  if (plain(name->first)) return nullptr;
  const std::string path = "//user[@name='" + name->second + "']";
  return xmlXPathEval(path.c_str(), users); // expect: CWE-643
}

xmlXPathObjectPtr other(const std::string &name, xmlXPathContextPtr users) {
  if (name.find_first_of("\"&") != std::string::npos) return nullptr;
  const std::string path = "//user[@name='" + name + "']";
  return xmlXPathEval(path.c_str(), users);
}
