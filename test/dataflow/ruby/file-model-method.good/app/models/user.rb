class User < ApplicationRecord
  def self.named(name)
    where(name: name)
  end
end
