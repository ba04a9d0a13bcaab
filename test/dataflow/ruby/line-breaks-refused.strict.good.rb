class Response
  def append(lines, value)
    return if /[\x00-\x08\x0A-\x1F]/.match?(value)

    lines << "X-Tag: #{value}\r\n"
  end
end
