package com.example.shop;

final class Format {
  private Format() {}

  static String bold(String text) {
    return "<b>" + text + "</b>";
  }
}
