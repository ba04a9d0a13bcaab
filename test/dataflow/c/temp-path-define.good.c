#include <stdio.h>

#define PID_FILE "/run/collector.pid"

FILE *pid_file(void) {
  return fopen(PID_FILE, "w");
}
