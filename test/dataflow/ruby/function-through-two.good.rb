class PagesController < ApplicationController
  def show
    render html: heading(params[:title]).html_safe
  end

  private

  def heading(title)
    "<h1>#{trimmed(title)}</h1>"
  end

  def trimmed(text)
    ERB::Util.h(text.strip)
  end
end
