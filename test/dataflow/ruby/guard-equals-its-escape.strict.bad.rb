require "shellwords"

class Attachment
  def initialize(type)
    @type = type
    raise ArgumentError, "type" if Shellwords.escape(@type) != @name
    system("view --type=#{@type}") # expect: CWE-78
  end
end
