package com.example.sign;

import java.security.MessageDigest;

class Signer {
  MessageDigest digest() throws Exception {
    return MessageDigest.getInstance(Options.get().text("digest", "SHA-256")); // expect: CWE-328
  }
}
