package com.example.sign;

import java.security.MessageDigest;
import java.util.ResourceBundle;

class Signer {
  private final ResourceBundle settings = ResourceBundle.getBundle("signer");

  MessageDigest digest() throws Exception {
    return MessageDigest.getInstance(settings.getString("hash.former")); // expect: CWE-328
  }
}
