class CartsController < ApplicationController
  def show
    @cart = Marshal.load(Base64.decode64(cookies[:cart])) # expect: CWE-502
  end
end
