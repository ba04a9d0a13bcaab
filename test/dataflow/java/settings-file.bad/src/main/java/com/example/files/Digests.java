package com.example.files;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Properties;

public class Digests {
  byte[] digest(byte[] content) throws Exception {
    Properties settings = new Properties();
    try (InputStream in = Digests.class.getClassLoader().getResourceAsStream("files.properties")) {
      settings.load(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    String algorithm = settings.getProperty("digest.algorithm", "SHA-512");
    return MessageDigest.getInstance(algorithm).digest(content); // expect: CWE-328
  }
}
