class PagesController < ApplicationController
  def show
    render html: Markup.bold(params[:name]).html_safe
  end
end
