class ToolsController < ApplicationController
  before_action :choose

  def run
    system("ls #{@folder}") # expect: CWE-78
  end

  private

  def choose
    @folder = params[:folder]
  end
end
