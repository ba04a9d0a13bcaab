class UsersController < ApplicationController
  def index
    @name = params[:name]
    @order = "id"
    load_users
  end

  private

  def load_users
    @users = User.order("#{@order} DESC")
  end
end
