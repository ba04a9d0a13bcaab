package com.example.shop;

import org.owasp.encoder.Encode;

final class Format {
  private Format() {}

  static String bold(String text) {
    return "<b>" + Encode.forHtml(text) + "</b>";
  }
}
