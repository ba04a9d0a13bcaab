class OrdersController < ApplicationController
  def destroy
    key = number(params[:id])
    ActiveRecord::Base.connection.execute("DELETE FROM orders WHERE id = #{key}")
  end

  private

  def number(text)
    Integer(text)
  end

  def same(text)
    text
  end
end
