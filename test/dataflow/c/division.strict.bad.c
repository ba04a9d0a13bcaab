int average(int sum, int count) {
  return sum / count; // expect: CWE-369
}
