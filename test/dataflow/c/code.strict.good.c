#include <lauxlib.h>

int apply(lua_State *lua, const char *rule) {
  lua_pushstring(lua, rule);
  lua_setglobal(lua, "rule");
  return luaL_dostring(lua, "return price_of(rule)");
}
