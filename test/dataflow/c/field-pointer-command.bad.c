#include <stdlib.h>

struct job {
  const char *line;
};

static int start(struct job *job) {
  return system(job->line); // expect: CWE-78
}

int main(int argc, char **argv) {
  struct job job;
  job.line = argv[1];
  return start(&job);
}
