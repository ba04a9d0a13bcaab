class ToolsController < ApplicationController
  before_action :choose

  def run
    system("ls #{@folder}")
  end

  private

  def choose
    @folder = "/srv/public"
  end
end
