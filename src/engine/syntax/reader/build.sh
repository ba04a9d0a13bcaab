#!/bin/sh
# build.sh TREE_SITTER_SOURCE OUT.wasm
# Builds the reader, a side module for web-tree-sitter. TREE_SITTER_SOURCE is the unpacked crate `tree-sitter` of
# web-tree-sitter's very version (with include/ and src/). Needs Debian's clang, lld and wasi-libc.
set -e
here=$(cd "$(dirname "$0")" && pwd)
source=$(cd "$1" && pwd)
out=$2
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
flags="--target=wasm32-unknown-emscripten -D__wasi__ -isystem /usr/include/wasm32-wasi -DTREE_SITTER_HIDE_SYMBOLS -DNDEBUG \
  -O3 -fPIC -fvisibility=hidden -ffunction-sections -fdata-sections -ffile-prefix-map=$source=. -ffile-prefix-map=$here=. \
  -I $source/include -I $source/src"
clang $flags -c "$here/reader.c" -o "$tmp/reader.o"
clang $flags -c "$source/src/language.c" -o "$tmp/language.o"
wasm-ld --experimental-pic --shared --import-memory --no-entry --allow-undefined --gc-sections \
  --export=tree_rows --export=tree_read --export=tree_compare -o "$out" "$tmp/reader.o" "$tmp/language.o"
