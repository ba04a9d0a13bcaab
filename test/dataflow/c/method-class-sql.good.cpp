#include <sqlite3.h>
#include <string>

class Store {
 public:
  explicit Store(sqlite3 *db) : db_(db) {}
  int find(const std::string &name) {
    std::string sql = "SELECT id FROM users WHERE length = " + std::to_string(name.size());
    return sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr);
  }

 private:
  sqlite3 *db_;
};

int main(int argc, char **argv) {
  Store store(open_shop());
  return store.find(argv[1]);
}
