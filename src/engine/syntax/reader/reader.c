// Reads tree-sitter's trees into flat columns in one call: a side module for web-tree-sitter, built from the same
// version of tree-sitter's own headers, so that it sees the tree's memory as the parser laid it out.
//
// Row i is node i in preorder. tree_read writes rows [from, to) of a tree; for n of them `out` holds six columns, one
// after the other, 17 n bytes:
//   uint32 start[n], end[n]    UTF-16 code units
//   uint32 size[n]             rows of the subtree, itself included
//   uint16 kind[n], field[n]   as node.typeId; 0 for no field
//   uint8  flags[n]            named 1, extra 2, missing 4, error 8
// tree_compare says which rows a tree shares with the one that it was parsed from: an incremental parse takes most
// subtrees over, by pointer, and only what is between them need be read.
//
// The walks keep their own stacks on the heap: recursion would run over the side module's small stack on deeply nested
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

/// A node where it stands; positions are in bytes, two a code unit.
typedef struct {
  Subtree node;
  TSSymbol alias;   // that its parent gives it, or 0
  uint32_t field;   // 0 for none; of a hidden node, what it hands to its children
  uint32_t at, end;
  bool visible;     // has a row
  bool closed;      // met again, behind its children, by a walk from the end
} Item;

typedef struct {
  const Subtree *child, *end;           // children still to visit
  const TSSymbol *aliases;              // of this production, or NULL
  const TSFieldMapEntry *fields, *fields_end;
  uint32_t at;                          // byte where the next child's padding starts; from the end, where the child ends
  uint32_t structural;                  // index of the next child that is not an extra; from the end, of the one behind it
  uint32_t field;                       // field that a hidden node hands to its children
  bool first;                           // the first child's padding belongs to its parent
  Item owner;
} Frame;

enum { NAMED = 1, EXTRA = 2, MISSING = 4, ERROR = 8 };

/// A walk over a tree: the open nodes, and the item that it has come to.
typedef struct {
  Frame *frames;
  uint32_t depth, capacity;
  Item item;
  bool failed; // no memory
} Walk;

static Walk walks[2];

static Columns columns(uint32_t *out, uint32_t rows) {
  uint16_t *kind = (uint16_t *)(out + 3 * rows);
  return (Columns){ out, out + rows, out + 2 * rows, kind, kind + rows, (uint8_t *)(kind + 2 * rows) };
}

static Frame frame(const TSLanguage *language, Item owner) {
  Subtree node = owner.node;
  Frame f = { .at = owner.at, .field = owner.visible ? 0 : owner.field, .first = true, .owner = owner };
  uint32_t count = ts_subtree_child_count(node);
  if (count) {
    f.child = ts_subtree_children(node);
    f.end = f.child + count;
    f.aliases = ts_language_alias_sequence(language, node.ptr->production_id);
    ts_language_field_map(language, node.ptr->production_id, &f.fields, &f.fields_end);
  }
  return f;
}

/// The field that the production itself gives to its structural child; 0 where it gives none.
static uint32_t own_field(const Frame *parent) {
  for (const TSFieldMapEntry *m = parent->fields; m < parent->fields_end; m++) {
    if (!m->inherited && m->child_index == parent->structural) return m->field_id;
  }
  return 0;
}

/// What the parent makes of its child at `structural`.
static void place(const Frame *parent, Item *item) {
  if (!ts_subtree_extra(item->node)) {
    if (parent->aliases) item->alias = parent->aliases[parent->structural];
    item->field = own_field(parent);
    if (!item->field) item->field = parent->field;
  }
  item->visible = item->alias || ts_subtree_visible(item->node);
}

static Item next_child(Frame *f) {
  Subtree node = *f->child++;
  uint32_t at = f->at + (f->first ? 0 : ts_subtree_padding(node).bytes);
  Item item = { .node = node, .at = at, .end = at + ts_subtree_size(node).bytes };
  f->first = false;
  f->at = item.end;
  place(f, &item);
  if (!ts_subtree_extra(node)) f->structural++;
  return item;
}

static Item last_child(Frame *f) {
  Subtree node = *--f->end;
  Item item = { .node = node, .at = f->at - ts_subtree_size(node).bytes, .end = f->at };
  f->at = item.at - ts_subtree_padding(node).bytes;
  if (!ts_subtree_extra(node)) f->structural--;
  place(f, &item);
  return item;
}

static Item root(const TSTree *tree) {
  uint32_t at = ts_subtree_padding(tree->root).bytes;
  return (Item){ .node = tree->root, .at = at, .end = at + ts_subtree_size(tree->root).bytes, .visible = true };
}

static bool push(Walk *walk, Frame f) {
  if (walk->depth == walk->capacity) {
    uint32_t larger = walk->capacity ? 2 * walk->capacity : 256;
    Frame *more = realloc(walk->frames, larger * sizeof(Frame));
    if (!more) {
      walk->failed = true;
      return false;
    }
    walk->frames = more;
    walk->capacity = larger;
  }
  walk->frames[walk->depth++] = f;
  return true;
}

static uint32_t below(const Item *item) { return ts_subtree_visible_descendant_count(item->node); }

static TSSymbol kind_of(const TSLanguage *language, const Item *item) {
  return ts_language_public_symbol(language, item->alias ? item->alias : ts_subtree_symbol(item->node));
}

static uint8_t flags_of(const TSLanguage *language, const Item *item, TSSymbol kind) {
  bool named = item->alias ? ts_language_symbol_metadata(language, item->alias).named : ts_subtree_named(item->node);
  return (named ? NAMED : 0) | (ts_subtree_extra(item->node) ? EXTRA : 0) |
    (ts_subtree_missing(item->node) ? MISSING : 0) | (kind == ts_builtin_sym_error ? ERROR : 0);
}

static void write_row(const TSLanguage *language, Columns *table, uint32_t row, const Item *item) {
  TSSymbol kind = kind_of(language, item);
  table->start[row] = item->at / 2;
  table->end[row] = item->end / 2;
  table->size[row] = below(item) + 1;
  table->kind[row] = kind;
  table->field[row] = (uint16_t)item->field;
  table->flags[row] = flags_of(language, item, kind);
}

/// Rows of the whole tree.
__attribute__((visibility("default"))) uint32_t tree_rows(const TSTree *tree) {
  return ts_subtree_visible_descendant_count(tree->root) + 1;
}

/// Writes the columns of rows [from, to) to `out` (17 bytes a row); returns how many, or 0 where memory ran out.
__attribute__((visibility("default"))) uint32_t tree_read(const TSTree *tree, uint32_t from, uint32_t to, uint32_t *out) {
  const TSLanguage *language = tree->language;
  Columns table = columns(out, to - from);
  Walk *walk = &walks[0];
  walk->depth = 0;
  Item item = root(tree);
  if (from == 0 && to > 0) write_row(language, &table, 0, &item);
  uint32_t rows = 1;
  Frame f = frame(language, item); // the open node, kept out of memory while its children are leaves
  while (rows < to) {
    if (f.child == f.end) {
      if (!walk->depth) break;
      f = walk->frames[--walk->depth];
      continue;
    }
    item = next_child(&f);
    uint32_t after = rows + item.visible + below(&item);
    if (after <= from) { // none of it is wanted
      rows = after;
      continue;
    }
    if (item.visible) {
      if (rows >= from) write_row(language, &table, rows - from, &item);
      rows++;
    }
    if (!ts_subtree_child_count(item.node)) continue;
    if (!push(walk, f)) return 0;
    f = frame(language, item);
  }
  return to - from;
}

/// Goes on behind the item, without looking into it; false at the end.
static bool skip(Walk *walk) {
  while (walk->depth) {
    Frame *f = &walk->frames[walk->depth - 1];
    if (f->child != f->end) {
      walk->item = next_child(f);
      return true;
    }
    walk->depth--;
  }
  return false;
}

static bool enter(const TSLanguage *language, Walk *walk) {
  if (!push(walk, frame(language, walk->item))) return false;
  return skip(walk);
}

/// As skip, from the end; a visible node comes again when its children are done, for its own row precedes theirs.
static bool skip_back(Walk *walk) {
  while (walk->depth) {
    Frame *f = &walk->frames[walk->depth - 1];
    if (f->child != f->end) {
      walk->item = last_child(f);
      return true;
    }
    walk->item = f->owner;
    walk->item.closed = true;
    walk->depth--;
    if (walk->item.visible) return true;
  }
  return false;
}

static bool enter_back(const TSLanguage *language, Walk *walk) {
  Frame f = frame(language, walk->item);
  f.at = walk->item.end;
  for (const Subtree *child = f.child; child < f.end; child++) if (!ts_subtree_extra(*child)) f.structural++;
  return push(walk, f) && skip_back(walk);
}

static void start(Walk *walk, const TSTree *tree) {
  walk->depth = 0;
  walk->failed = false;
  walk->item = root(tree);
}

/// One node that both trees hold, at one place.
static bool is_shared(const Item *a, const Item *b) {
  return !a->node.data.is_inline && !b->node.data.is_inline && a->node.ptr == b->node.ptr && a->alias == b->alias &&
    a->field == b->field && a->at == b->at && !a->closed && !b->closed;
}

static bool is_same_row(const TSLanguage *language, const Item *a, const Item *b) {
  TSSymbol kind = kind_of(language, a);
  return a->at == b->at && a->end == b->end && a->field == b->field && kind == kind_of(language, b) &&
    flags_of(language, a, kind) == flags_of(language, b, kind);
}

/// Whether the rows of two nodes can be the same although these do not enclose the change: an edit cuts what it touches.
static bool is_untouched(const Item *before, const Item *after) {
  return !ts_subtree_has_changes(before->node) && below(before) == below(after);
}

/// Of two items at least one of which is a hidden node, the walk whose item is to be looked into: the larger one.
static Walk *larger_hidden(Walk *a, Walk *b) {
  bool in_a = !a->item.visible, in_b = !b->item.visible;
  return in_a && (!in_b || below(&a->item) >= below(&b->item)) ? a : b;
}

/// What tree_compare gives: front, back, and how many triples of row, end and size follow.
static uint32_t *result;
static uint32_t result_capacity;

static bool note(uint32_t row, uint32_t end, uint32_t size) {
  uint32_t at = 3 + 3 * result[2]++;
  if (at + 3 > result_capacity) {
    uint32_t *more = realloc(result, 2 * result_capacity * sizeof(uint32_t));
    if (!more) return false;
    result = more;
    result_capacity *= 2;
  }
  result[at] = row;
  result[at + 1] = end;
  result[at + 2] = size;
  return true;
}

/// Rows from the first on that both trees have, those around the change noted; false where memory ran out.
static bool compare_front(const TSTree *before, const TSTree *after, uint32_t from, uint32_t to) {
  const TSLanguage *language = after->language;
  Walk *a = &walks[0], *b = &walks[1];
  start(a, before);
  start(b, after);
  for (bool more = true; more;) {
    Item *x = &a->item, *y = &b->item;
    bool precedes = y->end <= from;
    if (precedes && is_shared(x, y)) {
      result[0] += y->visible + below(y);
      more = skip(a) & skip(b);
    } else if (!x->visible || !y->visible) {
      more = enter(language, larger_hidden(a, b));
    } else {
      bool encloses = !precedes && y->at <= from && y->end >= to && below(x) && below(y);
      if (!is_same_row(language, x, y) || !(encloses || (precedes && is_untouched(x, y)))) break;
      if (encloses && !note(result[0], y->end / 2, below(y) + 1)) return false;
      result[0]++;
      more = enter(language, a) & enter(language, b);
    }
  }
  return !a->failed && !b->failed;
}

/// Rows from the last on that both trees have, behind the change.
static bool compare_back(const TSTree *before, const TSTree *after, uint32_t to) {
  const TSLanguage *language = after->language;
  Walk *a = &walks[0], *b = &walks[1];
  start(a, before);
  start(b, after);
  for (bool more = true; more;) {
    Item *x = &a->item, *y = &b->item;
    bool follows = y->at >= to;
    if (follows && is_shared(x, y)) {
      result[1] += y->visible + below(y);
      more = skip_back(a) & skip_back(b);
    } else if (!x->visible || !y->visible) {
      more = enter_back(language, larger_hidden(a, b));
    } else if (x->closed != y->closed) {
      break;
    } else if (x->closed || !(below(x) || below(y))) {
      if (!follows || !is_untouched(x, y) || !is_same_row(language, x, y)) break;
      result[1]++;
      more = skip_back(a) & skip_back(b);
    } else {
      more = enter_back(language, a) & enter_back(language, b);
    }
  }
  return !a->failed && !b->failed;
}

/// Compares a tree with the one that it was parsed from, which was edited to match: [from, to) is the text in the new
/// one, in code units, outside which nothing was changed. Gives front, the number of rows from the first on that are
/// rows of the old tree; back, the same from the last on, shifted; and for those in front that enclose the change, row,
/// end and size in the new tree. They enclose it there: one that the edit cut may not have done so in the old tree, and
/// is then none of its rows. 0 where memory ran out; it is valid until the next call.
__attribute__((visibility("default"))) const uint32_t *tree_compare(
  const TSTree *before, const TSTree *after, uint32_t from, uint32_t to
) {
  if (!result) {
    result_capacity = 256;
    result = malloc(result_capacity * sizeof(uint32_t));
    if (!result) return NULL;
  }
  result[0] = result[1] = result[2] = 0;
  if (!compare_front(before, after, 2 * from, 2 * to) || !compare_back(before, after, 2 * to)) return NULL;
  return result;
}
