package com.example.shop;

import java.io.FileInputStream;
import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import com.example.shop.source.HeaderSource;
import com.example.shop.source.Source;

public class Reports extends HttpServlet {
  private final Source source = new HeaderSource();

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    new FileInputStream("/srv/" + source.read(request)).close(); // expect: CWE-22
  }
}
