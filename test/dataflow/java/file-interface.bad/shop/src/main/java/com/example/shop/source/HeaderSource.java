package com.example.shop.source;

import javax.servlet.http.HttpServletRequest;

public class HeaderSource implements Source {
  @Override
  public String read(HttpServletRequest request) {
    return request.getHeader("X-File");
  }
}
