module Returning
  def return_path
    root_path
  end
end
