class User < ApplicationRecord
  def self.named(name)
    where("name = '#{name}'") # expect: CWE-89
  end
end
