static const int prices[5] = {3, 5, 8, 13, 21};

int price_of(int item) {
  return prices[item]; // expect: CWE-125
}
