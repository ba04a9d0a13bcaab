// What C's library does with memory.
import { Kind, kindOf } from "../../tree/kinds";
import type { MemoryCall, MemoryFacts } from "../memory-facts";

const WIDE = 4;

/** The same for texts of wide characters. */
const wide = (call: MemoryCall): MemoryCall => ({ ...call, width: WIDE });

const copy: MemoryCall = { writes: { at: 0, counts: [2] }, reads: { at: 1, counts: [2] }, gives: 0 };
const set: MemoryCall = { writes: { at: 0, counts: [2] }, fill: 1, gives: 0 };
const textCopy: MemoryCall = { writes: { at: 0, text: 1 }, gives: 0 };
const append: MemoryCall = { ...textCopy, appends: true };
const bounded: MemoryCall = { writes: { at: 0, counts: [2] }, gives: 0 };
const boundedAppend: MemoryCall = { ...append, most: 2 };
const print: MemoryCall = { writes: { at: 0, counts: [1] } };
const receive: MemoryCall = { writes: { at: 1, counts: [2] } };
const send: MemoryCall = { reads: { at: 1, counts: [2] } };
const duplicate: MemoryCall = { allocates: [], filled: true };
const openFile: MemoryCall = { allocates: [], by: "file" };
const closeFile: MemoryCall = { frees: 0, by: "file" };
const openDescriptor: MemoryCall = { allocates: [], by: "descriptor" };
const closeDescriptor: MemoryCall = { frees: 0, by: "descriptor" };
const lend: MemoryCall = { lends: true };
const leave: MemoryCall = { leaves: true };

/** They read what they are given and no more. */
const reading =
  "printf fprintf puts fputs putchar perror strcmp strncmp strcasecmp strncasecmp atoi atol atof isdigit isalpha";

/** They give a descriptor. */
const opening =
  "open open64 openat creat socket accept accept4 dup mkstemp mkostemp shm_open memfd_create epoll_create epoll_create1 " +
  "eventfd timerfd_create inotify_init inotify_init1 pidfd_open";

/** They use descriptors and keep none. */
const lending =
  "fstat fstatat lseek fcntl ioctl fsync fdatasync ftruncate bind listen connect setsockopt getsockopt getsockname " +
  "getpeername flock lockf fchmod fchown futimens mmap sendfile splice copy_file_range shutdown isatty tcgetattr tcsetattr " +
  "pread pwrite readv writev sendmsg recvmsg posix_fadvise posix_fallocate";

const calls: Readonly<Record<string, MemoryCall>> = {
  ...Object.fromEntries(reading.split(" ").map((name) => [name, {}])),
  ...Object.fromEntries(opening.split(" ").map((name) => [name, openDescriptor])),
  ...Object.fromEntries(lending.split(" ").map((name) => [name, lend])),
  close: closeDescriptor,
  malloc: { allocates: [0] },
  calloc: { allocates: [0, 1], zeroed: true },
  realloc: { allocates: [1], moves: true },
  alloca: { allocates: [0], by: "stack" },
  _alloca: { allocates: [0], by: "stack" },
  __builtin_alloca: { allocates: [0], by: "stack" },
  strdup: duplicate,
  strndup: duplicate,
  free: { frees: 0 },
  fopen: openFile,
  fdopen: { ...openFile, takes: 0 },
  tmpfile: openFile,
  opendir: openFile,
  fdopendir: { ...openFile, takes: 0 },
  popen: openFile,
  fclose: closeFile,
  closedir: closeFile,
  pclose: closeFile,
  memcpy: copy,
  memmove: copy,
  memcmp: { reads: { at: 0, counts: [2] } },
  memset: set,
  wmemcpy: wide(copy),
  wmemmove: wide(copy),
  wmemset: wide(set),
  strcpy: textCopy,
  wcscpy: wide(textCopy),
  strcat: append,
  wcscat: wide(append),
  strncpy: bounded,
  wcsncpy: wide(bounded),
  strncat: boundedAppend,
  wcsncat: wide(boundedAppend),
  snprintf: print,
  vsnprintf: print,
  _snprintf: print,
  swprintf: wide(print),
  fgets: print,
  fgetws: wide(print),
  fread: { writes: { at: 0, counts: [1, 2] } },
  fwrite: { reads: { at: 0, counts: [1, 2] } },
  read: receive,
  recv: receive,
  recvfrom: receive,
  write: send,
  send,
  sendto: send,
  strlen: { lengthOf: 0 },
  wcslen: { lengthOf: 0, width: WIDE },
  exit: leave,
  _exit: leave,
  abort: leave,
  longjmp: leave,
  err: leave,
  errx: leave,
  assert: { asserts: true },
};

export const memory: MemoryFacts = {
  sizing: [Kind.Class, Kind.Field, Kind.TypeAlias, kindOf("define")],
  sizes: {
    char: 1,
    "signed char": 1,
    "unsigned char": 1,
    bool: 1,
    _Bool: 1,
    int8_t: 1,
    uint8_t: 1,
    short: 2,
    "unsigned short": 2,
    int16_t: 2,
    uint16_t: 2,
    int: 4,
    unsigned: 4,
    "unsigned int": 4,
    int32_t: 4,
    uint32_t: 4,
    float: 4,
    wchar_t: WIDE,
    long: 8,
    "unsigned long": 8,
    "long long": 8,
    "unsigned long long": 8,
    int64_t: 8,
    uint64_t: 8,
    size_t: 8,
    ssize_t: 8,
    double: 8,
  },
  pointer: 8,
  constants: {
    CHAR_MAX: 127,
    CHAR_MIN: -128,
    SHRT_MAX: 32_767,
    SHRT_MIN: -32_768,
    INT_MAX: 2_147_483_647,
    INT_MIN: -2_147_483_648,
    INT32_MAX: 2_147_483_647,
    INT32_MIN: -2_147_483_648,
  },
  ranges: {
    int: [-2_147_483_648, 2_147_483_647],
    int32_t: [-2_147_483_648, 2_147_483_647],
  },
  calls,
};
