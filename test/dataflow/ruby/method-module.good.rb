module Noting
  def note(user)
    logger.warn("Login of #{user.inspect}")
  end
end

class SessionsController < ApplicationController
  include Noting

  def create
    note(params[:user])
  end
end
