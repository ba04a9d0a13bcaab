package com.example.sign;

import java.io.FileInputStream;
import java.io.IOException;
import java.util.Properties;

class Options {
  private static Options instance;
  private final Properties values = new Properties();

  private Options() throws IOException {
    values.load(new FileInputStream("conf/sign.properties"));
  }

  static synchronized Options get() throws IOException {
    if (instance == null) instance = new Options();
    return instance;
  }

  String text(String key, String otherwise) {
    return values.getProperty(key, otherwise);
  }
}
