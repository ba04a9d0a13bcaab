package com.example.box;

import java.io.IOException;
import java.util.Properties;

public final class Settings {
  private static final Properties VALUES = new Properties();

  static {
    try {
      VALUES.load(Settings.class.getResourceAsStream("/box.properties"));
    } catch (IOException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  static String get(String key) {
    return VALUES.getProperty(key);
  }
}
