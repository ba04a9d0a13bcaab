class UsersController < ApplicationController
  def show
    @count = count_of("guest")
  end

  private

  def count_of(name)
    User.where("name = '#{name}'").count
  end
end
