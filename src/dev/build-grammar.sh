#!/bin/sh
# build-grammar.sh SOURCE tree-sitter-NAME.wasm
# Builds a grammar, a side module for web-tree-sitter, from its `parser.c` and `scanner.c`. Needs Debian's clang, lld and
# wasi-libc.
set -e
source=$(cd "$1" && pwd)
out=$2
name=$(basename "$out" .wasm | sed 's/^tree-sitter-//; s/-/_/g')
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
# With --target=wasm32-wasi the linker refuses: that target ignores -fPIC.
flags="--target=wasm32-unknown-emscripten -D__wasi__ -isystem /usr/include/wasm32-wasi -Os -fPIC -fvisibility=hidden \
  -ffile-prefix-map=$source=. -I $source"
objects=
for part in parser scanner; do
  [ -f "$source/$part.c" ] || continue
  # Swift's scanner asks for no memory, and writes to it: what it then reads back may be anything.
  sed 's/\bcalloc(0, /calloc(1, /' "$source/$part.c" > "$tmp/$part.c"
  clang $flags -ffile-prefix-map="$tmp=." -c "$tmp/$part.c" -o "$tmp/$part.o"
  objects="$objects $tmp/$part.o"
done
wasm-ld --experimental-pic --shared --import-memory --no-entry --allow-undefined --export="tree_sitter_$name" \
  -o "$out" $objects
