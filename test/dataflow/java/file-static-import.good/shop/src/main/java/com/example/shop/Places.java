package com.example.shop;

public final class Places {
  private Places() {}

  public static String under(String root, String name) {
    return root + "/" + Integer.toHexString(name.hashCode());
  }
}
