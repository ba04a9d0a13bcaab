class PagesController < ApplicationController
  def show
    render html: Markup.bold(params[:name]).html_safe # expect: CWE-79
  end
end
