package com.example.shop.base;

import javax.servlet.http.HttpServlet;
import org.owasp.encoder.Encode;

public abstract class BaseServlet extends HttpServlet {
  protected String clean(String text) {
    return Encode.forHtml(text);
  }
}
