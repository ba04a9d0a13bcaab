package com.example.shop.source;

import javax.servlet.http.HttpServletRequest;

public interface Source {
  String read(HttpServletRequest request);
}
