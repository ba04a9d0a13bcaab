package com.example.shop;

import javax.servlet.http.HttpServletRequest;

class Input {
  private final HttpServletRequest request;

  Input(HttpServletRequest request) { this.request = request; }

  String given(String name) { return request.getParameter(name); }

  String fixed(String name) { return "bar"; }
}
