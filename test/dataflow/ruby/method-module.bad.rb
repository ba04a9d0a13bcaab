module Noting
  def note(user)
    logger.warn("Login of #{user}") # expect: CWE-117
  end
end

class SessionsController < ApplicationController
  include Noting

  def create
    note(params[:user])
  end
end
