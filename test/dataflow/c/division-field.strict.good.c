struct superblock {
  unsigned block_size;
};

int block_of(const struct superblock *superblock, unsigned long offset) {
  if (!superblock || superblock->block_size == 0) return -1;
  return offset / superblock->block_size;
}
