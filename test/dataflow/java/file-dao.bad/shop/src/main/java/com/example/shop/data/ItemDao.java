package com.example.shop.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

public class ItemDao {
  private Connection connection;

  public void find(String name) throws SQLException {
    String sql = "SELECT * FROM items WHERE name = '" + name + "'";
    try (PreparedStatement statement = connection.prepareStatement(sql)) { // expect: CWE-89
      statement.setMaxRows(5);
      statement.executeQuery();
    }
  }
}
