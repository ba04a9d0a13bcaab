class UsersController < ApplicationController
  def index
    @users = User.named(params[:name])
  end
end
