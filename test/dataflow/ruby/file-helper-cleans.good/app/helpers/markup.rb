module Markup
  def self.bold(text)
    "<b>#{ERB::Util.h(text)}</b>"
  end
end
