module Markup
  def self.bold(text)
    "<b>#{text}</b>"
  end
end
