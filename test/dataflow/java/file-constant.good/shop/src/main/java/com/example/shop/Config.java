package com.example.shop;

final class Config {
  static final boolean PREVIEW = false;

  private Config() {}
}
