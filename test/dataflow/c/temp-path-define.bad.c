#include <stdio.h>

#define PID_FILE "/tmp/collector.pid"

FILE *pid_file(void) {
  return fopen(PID_FILE, "w"); // expect: CWE-377
}
