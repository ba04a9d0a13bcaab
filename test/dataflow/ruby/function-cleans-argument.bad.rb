class OrdersController < ApplicationController
  def destroy
    key = same(params[:id])
    ActiveRecord::Base.connection.execute("DELETE FROM orders WHERE id = #{key}") # expect: CWE-89
  end

  private

  def number(text)
    Integer(text)
  end

  def same(text)
    text
  end
end
