int run(const char *line);

int main(int argc, char **argv) {
  return run(argv[1]);
}
