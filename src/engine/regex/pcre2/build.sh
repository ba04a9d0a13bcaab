#!/bin/sh
# build.sh UPSTREAM OUT.wasm
# Builds PCRE2 as a WebAssembly module without imports. UPSTREAM is the folder `upstream` of the crate `pcre2-sys`.
# Needs patch, and Debian's clang, lld and wasi-libc.
set -e
here=$(cd "$(dirname "$0")" && pwd)
out=$2
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cp -r "$1" "$tmp/upstream"
upstream=$tmp/upstream
patch -s -d "$upstream" -p1 <"$here/bounded-match.patch"
flags="--target=wasm32-wasi -isystem /usr/include/wasm32-wasi -O2 -DNDEBUG -ffile-prefix-map=$tmp=. -ffile-prefix-map=$here=. \
  -DPCRE2_CODE_UNIT_WIDTH=16 -DSUPPORT_PCRE2_16=1 -DSUPPORT_UNICODE=1 -DHAVE_CONFIG_H=1 -DHAVE_STDLIB_H=1 -DHAVE_MEMMOVE=1 \
  -DSTDC_HEADERS=1 -DPCRE2_STATIC=1 -I $upstream/src -I $upstream/include"
for part in auto_possess chartables chkdint compile compile_class config context error extuni find_bracket maketables match \
  match_data newline ord2utf pattern_info script_run string_utils study tables ucd valid_utf xclass; do
  clang $flags -c "$upstream/src/pcre2_$part.c" -o "$tmp/$part.o"
done
clang $flags -c "$here/glue.c" -o "$tmp/glue.o"
# The stack lies first, so that running over it traps instead of damaging data; memory ends at 256 MB.
wasm-ld --no-entry --export-dynamic --gc-sections --stack-first -z stack-size=1048576 --max-memory=268435456 \
  -o "$out" "$tmp"/*.o -L/usr/lib/wasm32-wasi -lc
