class SessionsController < ApplicationController
  include Returning

  def create
    redirect_to return_path # expect: CWE-601
  end
end
