#include <iostream>
#include <pqxx/pqxx>
#include <sstream>

void find(pqxx::work &transaction) {
  std::string name;
  std::getline(std::cin, name);
  std::ostringstream sql;
  sql << "SELECT id FROM users WHERE name = '" << name << "'";
  transaction.exec(sql.str()); // expect: CWE-89
}
