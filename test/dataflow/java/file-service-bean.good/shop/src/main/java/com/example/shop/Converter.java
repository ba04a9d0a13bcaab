package com.example.shop;

import java.io.IOException;

class Converter {
  void run(String format) throws IOException {
    new ProcessBuilder("sh", "-c", "convert in.doc out." + format).start();
  }
}
