package com.example.box;

import javax.crypto.Cipher;

class Box {
  Cipher open() throws Exception {
    return Cipher.getInstance(Settings.get("cipher.new"));
  }
}
