class Response
  def append(lines, value)
    lines << "X-Tag: #{value}\r\n" # expect: CWE-113
  end
end
