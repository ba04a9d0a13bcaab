#include <mysql/mysql.h>
#include <sstream>
#include <string>

bool search(MYSQL *db, const std::string &title) {
    std::ostringstream query;
    query << "SELECT id FROM books WHERE title = '" << title << "'";
    return mysql_query(db, query.str().c_str()) == 0; // expect: CWE-89
}
