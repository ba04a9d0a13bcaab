package com.example.shop.source;

import javax.servlet.http.HttpServletRequest;

public class FixedSource implements Source {
  @Override
  public String read(HttpServletRequest request) {
    return "report.txt";
  }
}
