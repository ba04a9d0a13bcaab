#include <lauxlib.h>

int apply(lua_State *lua, const char *rule) {
  return luaL_dostring(lua, rule); // expect: CWE-94
}
