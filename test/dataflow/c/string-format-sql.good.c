#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

int find(sqlite3 *db) {
  char *name = getenv("QUERY_STRING");
  char sql[200];
  snprintf(sql, sizeof sql, "SELECT id FROM users WHERE id = %ld", strtol(name, NULL, 10));
  return sqlite3_exec(db, sql, NULL, NULL, NULL);
}
