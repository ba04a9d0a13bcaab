package com.example.shop.base;

import javax.servlet.http.HttpServlet;

public abstract class BaseServlet extends HttpServlet {
  protected String clean(String text) {
    return text.trim();
  }
}
