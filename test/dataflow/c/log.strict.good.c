#include <syslog.h>

char *one_line_escaped(const char *text);

void denied(const char *user) {
  syslog(LOG_WARNING, "denied: %s", one_line_escaped(user));
}
