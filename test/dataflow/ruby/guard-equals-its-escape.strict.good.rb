require "shellwords"

class Attachment
  def initialize(type)
    @type = type
    raise ArgumentError, "type" if Shellwords.escape(@type) != @type
    system("view --type=#{@type}")
  end
end
