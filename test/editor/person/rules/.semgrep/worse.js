// ruleid: own.worse
worse(1);
// ok: own.worse
worse(2);
// ruleid: own.bad
bad(1);
