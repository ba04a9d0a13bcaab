#include <fcntl.h>
#include <string.h>
#include <sys/socket.h>

int serve(int client) {
  char name[100] = {0};
  recv(client, name, sizeof name - 1, 0);
  if (strlen(name) == 0) return -1;
  return open(name, O_RDONLY); // expect: CWE-22
}
