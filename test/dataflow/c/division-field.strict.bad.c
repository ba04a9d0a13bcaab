struct superblock {
  unsigned block_size;
};

int block_of(const struct superblock *superblock, unsigned long offset) {
  if (!superblock) return -1;
  return offset / superblock->block_size; // expect: CWE-369
}
