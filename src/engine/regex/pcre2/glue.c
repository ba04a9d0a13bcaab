// PCRE2, 16-bit, as a WebAssembly module without imports: patterns and subjects are UTF-16 in the module's memory,
// so offsets are JavaScript's own. A match is bounded by counted steps and by memory, never by time.
#include <pcre2.h>
#include <stdint.h>
#include <stdlib.h>
#define EXPORT(name) __attribute__((export_name(name)))

enum {
  HEAP_KIB = 64 * 1024,       // that one match may use for backtracking
  KEPT_HEAP_BYTES = 1 << 20,  // of it that is kept for the next match
};

extern uint32_t steps_of_last_match; // see bounded-match.patch

static pcre2_match_context *context;
static pcre2_match_data *data;
static uint32_t pairs; // that data has room for
static int error;
static PCRE2_SIZE error_at;

/// Memory for a pattern or subject; 0 where there is none left.
EXPORT("alloc") void *alloc(uint32_t bytes) { return malloc(bytes); }
EXPORT("release") void release(void *memory) { free(memory); }

/// A compiled pattern, or 0: then error_code(), error_offset() (UTF-16 units) and error_text() say why.
EXPORT("compile") pcre2_code *compile(PCRE2_SPTR pattern, uint32_t units, uint32_t options) {
  return pcre2_compile(pattern, units, options, &error, &error_at, NULL);
}
EXPORT("dispose") void dispose(pcre2_code *code) { pcre2_code_free(code); }
EXPORT("error_code") int error_code(void) { return error; }
EXPORT("error_offset") uint32_t error_offset(void) { return error_at; }
/// Writes the message of a code to `out`, which has room for `units`; returns its length, negative where it did not fit.
EXPORT("error_text") int error_text(int code, PCRE2_UCHAR *out, uint32_t units) {
  return pcre2_get_error_message(code, out, units);
}

static uint32_t info(pcre2_code *code, uint32_t what) {
  uint32_t n = 0;
  pcre2_pattern_info(code, what, &n);
  return n;
}
EXPORT("capture_count") uint32_t capture_count(pcre2_code *code) { return info(code, PCRE2_INFO_CAPTURECOUNT); }
/// Names of groups: entries of (number, name, 0) in 16-bit units, name_entry_size() units each.
EXPORT("name_count") uint32_t name_count(pcre2_code *code) { return info(code, PCRE2_INFO_NAMECOUNT); }
EXPORT("name_entry_size") uint32_t name_entry_size(pcre2_code *code) { return info(code, PCRE2_INFO_NAMEENTRYSIZE); }
EXPORT("name_table") PCRE2_SPTR name_table(pcre2_code *code) {
  PCRE2_SPTR table = NULL;
  pcre2_pattern_info(code, PCRE2_INFO_NAMETABLE, &table);
  return table;
}

/// Room for `needed` pairs of offsets, without much of the memory that an expensive match left behind.
static int prepare(uint32_t needed) {
  if (!context) {
    context = pcre2_match_context_create(NULL);
    if (!context) return 0;
    pcre2_set_heap_limit(context, HEAP_KIB);
  }
  if (data && needed <= pairs && pcre2_get_match_data_heapframes_size(data) <= KEPT_HEAP_BYTES) return 1;
  pcre2_match_data_free(data);
  data = pcre2_match_data_create(needed, NULL);
  pairs = data ? needed : 0;
  return data != NULL;
}

/// Looks for a match that starts in [start, last]. Returns the number of pairs set in ovector(), -1 for no match, -47
/// where `limit` steps and -63 where the memory did not suffice (stopped_at() says where), or another of PCRE2's
/// negative codes.
EXPORT("match")
int match(pcre2_code *code, PCRE2_SPTR subject, uint32_t units, uint32_t start, uint32_t last, uint32_t options, uint32_t limit) {
  steps_of_last_match = 0;
  if (!prepare(capture_count(code) + 1)) return PCRE2_ERROR_NOMEMORY;
  pcre2_set_match_limit(context, limit);
  pcre2_set_offset_limit(context, last);
  return pcre2_match(code, subject, units, start, options, data, context);
}
EXPORT("ovector") PCRE2_SIZE *ovector(void) { return pcre2_get_ovector_pointer(data); }
/// The start whose attempt the last match gave up in.
EXPORT("stopped_at") uint32_t stopped_at(void) { return pcre2_get_startchar(data); }
/// The steps that the last match took; those are what `limit` limits.
EXPORT("steps") uint32_t steps(void) { return steps_of_last_match; }
