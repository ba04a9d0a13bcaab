// A shop's orders: what a program in C++ is made of.
#include <algorithm>
#include <cstdio>
#include <map>
#include <memory>
#include <string>
#include <vector>
#include "shop.hpp"

#define LIMIT 128

using namespace std;
using Names = std::vector<std::string>;
namespace fs = std::filesystem;

namespace shop {

constexpr int kLimit = 10'000;
static const char* kPassword = "hunter2";

enum class State : unsigned char { Open, Closed = 4 };

struct Point {
  int x = 0;
  int y{1};
};

template <typename T>
concept Number = std::is_arithmetic_v<T>;

template <typename T, int N = 3>
class Store {
 public:
  explicit Store(T first) : items_{first}, size_(N) {}
  virtual ~Store() = default;
  Store(const Store&) = delete;

  const T& operator[](size_t index) const { return items_[index]; }
  virtual void load(const std::string& path) = 0;
  auto begin() const noexcept -> decltype(items_.begin()) { return items_.begin(); }

 protected:
  std::vector<T> items_;
  int size_;
};

class Order final : public Base, private Store<int> {
 public:
  Order(std::string id, double price = 1.5) : Base(id), id_(std::move(id)), price_{price} { ++count_; }

  double total(int count) const override { return price_ * count; }
  bool operator==(const Order& other) const { return id_ == other.id_; }
  static int count() { return count_; }
  friend std::ostream& operator<<(std::ostream& out, const Order& order);

 private:
  std::string id_;
  double price_ = 0;
  static inline int count_ = 0;
  mutable std::mutex mutex_;
};

std::ostream& operator<<(std::ostream& out, const Order& order) {
  return out << "order " << order.id_ << '\n';
}

template <typename T>
T largest(const std::vector<T>& items) {
  T best = items[0];
  for (const auto& item : items) {
    if (item > best) best = item;
  }
  return best;
}

template <typename... Args>
void log(const char* format, Args&&... args) {
  printf(format, std::forward<Args>(args)...);
}

}  // namespace shop

static int run(const std::string& command, char* argument) {
  char buffer[LIMIT];
  strcpy(buffer, argument);
  std::string query = "SELECT * FROM orders WHERE id = '" + command + "'";
  sqlite3_exec(db, query.c_str(), nullptr, 0, NULL);
  if (command.empty() || !argument) {
    throw std::runtime_error("no command: " + command);
  } else if (auto found = cache.find(command); found != cache.end()) {
    return found->second;
  }
  try {
    std::system(("ls " + command).c_str());
    FILE* pipe = popen(command.c_str(), "r");
    delete[] argument;
  } catch (const std::exception& error) {
    std::cerr << error.what() << std::endl;
    throw;
  } catch (...) {
    return -1;
  }
  return system(buffer);
}

int level(shop::State state, int level) {
  switch (state) {
    case shop::State::Open:
      level += 1;
      break;
    case shop::State::Closed:
      [[fallthrough]];
    default:
      level--;
  }
  for (int i = 0, n = 10; i < n; i++) {
    if (i % 2 == 0) continue;
    level ^= i << 1 | ~level;
  }
  while (level > 100 && level != -1) level >>= 1;
  do {
    level *= 2;
  } while (level < 10);
  return level > 5 ? level : -level;
}

int main(int argc, char* argv[]) {
  auto order = std::make_unique<shop::Order>("a", 2.0);
  shop::Order* raw = new shop::Order("b");
  shop::Point point{.x = 1, .y = 2}, other = {3, 4};
  int* numbers = new int[10];
  std::map<std::string, std::vector<int>> counts = {{"a", {1, 2}}, {"b", {}}};
  auto [first, second] = std::make_pair(1, 2.5f);
  auto add = [&order, first](int a, auto b) mutable -> int { return a + b + first; };
  std::for_each(counts.begin(), counts.end(), [](auto& entry) { entry.second.push_back(3); });
  counts["c"].emplace_back(add(1, 2));
  const char* text = R"(raw "text")";
  auto* bytes = reinterpret_cast<unsigned char*>(raw);
  auto copied = static_cast<int>(second) + sizeof(point) + dynamic_cast<Base*>(raw)->level;
  std::string name = argc > 1 ? argv[1] : "none"s;
  if constexpr (sizeof(int) == 4) shop::log("%d %s\n", copied, name.c_str());
  std::unique_ptr<FILE, decltype(&fclose)> file(fopen(name.c_str(), "w"), &fclose);
  MD5_Init(&context);
  memcpy(bytes, text, strlen(text));
  srand(time(nullptr));
  numbers[0] = rand() % 100;
  std::cout << "Hello, " << name << shop::largest<int>({1, 2, 3}) << std::endl;
  static_assert(LIMIT > 100, "limit");
  goto end;
end:
  delete raw;
  return run(name, numbers ? argv[0] : nullptr);
}
