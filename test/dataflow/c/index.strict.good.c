static const int prices[5] = {3, 5, 8, 13, 21};

int price_of(int item) {
  if (item < 0 || item >= 5) return -1;
  return prices[item];
}
