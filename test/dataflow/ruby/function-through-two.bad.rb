class PagesController < ApplicationController
  def show
    render html: heading(params[:title]).html_safe # expect: CWE-79
  end

  private

  def heading(title)
    "<h1>#{trimmed(title)}</h1>"
  end

  def trimmed(text)
    text.strip
  end
end
