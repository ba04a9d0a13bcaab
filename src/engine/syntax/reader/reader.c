// Reads a whole tree-sitter tree into flat columns in one call: a side module for web-tree-sitter, built from the same
// version of tree-sitter's own headers, so that it sees the tree's memory as the parser laid it out.
//
// Row i is node i in preorder. For n = tree_rows(tree), `out` holds six columns, one after the other, 17 n bytes:
//   uint32 start[n], end[n]    UTF-16 code units
//   uint32 size[n]             rows of the subtree, itself included
//   uint16 kind[n], field[n]   as node.typeId; 0 for no field
//   uint8  flags[n]            named 1, extra 2, missing 4, error 8
//
// The walk keeps its own stack on the heap: recursion would run over the side module's small stack on deeply nested
// text and damage the parser's memory.
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include "tree_sitter/api.h"
#include "tree.h"
#include "subtree.h"
#include "language.h"

typedef struct {
  uint32_t *start, *end, *size;
  uint16_t *kind, *field;
  uint8_t *flags;
} Columns;

typedef struct {
  const Subtree *child, *end;           // children still to visit
  const TSSymbol *aliases;              // of this production, or NULL
  const TSFieldMapEntry *fields, *fields_end;
  uint32_t at;                          // byte where the next child's padding starts
  uint32_t structural;                  // index of the next child that is not an extra
  uint32_t field;                       // field that a hidden node hands to its children
  uint32_t row;                         // the visible node's row, or NO_ROW
  bool first;                           // the first child's padding belongs to its parent
} Frame;

enum { NO_ROW = UINT32_MAX, NAMED = 1, EXTRA = 2, MISSING = 4, ERROR = 8 };

static Frame *stack;
static uint32_t capacity;

static Columns columns(uint32_t *out, uint32_t rows) {
  uint16_t *kind = (uint16_t *)(out + 3 * rows);
  return (Columns){ out, out + rows, out + 2 * rows, kind, kind + rows, (uint8_t *)(kind + 2 * rows) };
}

static Frame frame(const TSLanguage *language, Subtree node, uint32_t at, uint32_t field, uint32_t row) {
  Frame f = { .at = at, .field = field, .row = row, .first = true };
  uint32_t count = ts_subtree_child_count(node);
  if (count) {
    f.child = ts_subtree_children(node);
    f.end = f.child + count;
    f.aliases = ts_language_alias_sequence(language, node.ptr->production_id);
    ts_language_field_map(language, node.ptr->production_id, &f.fields, &f.fields_end);
  }
  return f;
}

static void write_row(
  const TSLanguage *language, Columns *table, uint32_t row, Subtree node, TSSymbol alias, uint32_t field, uint32_t at
) {
  bool named = alias ? ts_language_symbol_metadata(language, alias).named : ts_subtree_named(node);
  TSSymbol kind = ts_language_public_symbol(language, alias ? alias : ts_subtree_symbol(node));
  table->start[row] = at / 2;
  table->end[row] = (at + ts_subtree_size(node).bytes) / 2;
  table->size[row] = 1; // a leaf's; an inner row's is set as its frame closes
  table->kind[row] = kind;
  table->field[row] = (uint16_t)field;
  table->flags[row] = (named ? NAMED : 0) | (ts_subtree_extra(node) ? EXTRA : 0) |
    (ts_subtree_missing(node) ? MISSING : 0) | (kind == ts_builtin_sym_error ? ERROR : 0);
}

/// The field that the production itself gives to its structural child; 0 where it gives none.
static uint32_t own_field(const Frame *parent) {
  for (const TSFieldMapEntry *m = parent->fields; m < parent->fields_end; m++) {
    if (!m->inherited && m->child_index == parent->structural) return m->field_id;
  }
  return 0;
}

static bool push(uint32_t depth, Frame f) {
  if (depth == capacity) {
    uint32_t larger = capacity ? 2 * capacity : 256;
    Frame *more = realloc(stack, larger * sizeof(Frame));
    if (!more) return false;
    stack = more;
    capacity = larger;
  }
  stack[depth] = f;
  return true;
}

/// Rows that tree_read will write.
__attribute__((visibility("default"))) uint32_t tree_rows(const TSTree *tree) {
  return ts_subtree_visible_descendant_count(tree->root) + 1;
}

/// Writes the tree's columns to `out` (17 bytes a row); returns how many rows it wrote, or 0 where memory ran out.
__attribute__((visibility("default"))) uint32_t tree_read(const TSTree *tree, uint32_t *out) {
  const TSLanguage *language = tree->language;
  Columns table = columns(out, tree_rows(tree));
  uint32_t rows = 1, depth = 0, start = ts_subtree_padding(tree->root).bytes;
  write_row(language, &table, 0, tree->root, 0, 0, start);
  Frame f = frame(language, tree->root, start, 0, 0); // the open node, kept out of memory while its children are leaves
  for (;;) {
    if (f.child == f.end) {
      if (f.row != NO_ROW) table.size[f.row] = rows - f.row;
      if (!depth) return rows;
      f = stack[--depth];
      continue;
    }
    Subtree node = *f.child++;
    uint32_t at = f.at + (f.first ? 0 : ts_subtree_padding(node).bytes), field = 0;
    TSSymbol alias = 0;
    f.first = false;
    f.at = at + ts_subtree_size(node).bytes;
    if (!ts_subtree_extra(node)) {
      if (f.aliases) alias = f.aliases[f.structural];
      field = own_field(&f);
      if (!field) field = f.field;
      f.structural++;
    }
    bool visible = alias || ts_subtree_visible(node);
    uint32_t row = visible ? rows++ : NO_ROW;
    if (visible) write_row(language, &table, row, node, alias, field, at);
    if (!ts_subtree_child_count(node)) continue;
    if (!push(depth++, f)) return 0;
    f = frame(language, node, at, visible ? 0 : field, row);
  }
}
