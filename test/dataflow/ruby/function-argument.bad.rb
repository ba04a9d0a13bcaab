class UsersController < ApplicationController
  def show
    @count = count_of(params[:name])
  end

  private

  def count_of(name)
    User.where("name = '#{name}'").count # expect: CWE-89
  end
end
