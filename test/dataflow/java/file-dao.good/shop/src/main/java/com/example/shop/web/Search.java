package com.example.shop.web;

import java.sql.SQLException;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import com.example.shop.data.ItemDao;

public class Search extends HttpServlet {
  private final ItemDao items = new ItemDao();

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException {
    try {
      items.find(request.getParameter("name"));
    } catch (SQLException error) {
      throw new ServletException(error);
    }
  }
}
