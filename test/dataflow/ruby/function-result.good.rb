class PingsController < ApplicationController
  def create
    system("ping -c 1 " + host)
  end

  private

  def host
    Rails.configuration.ping_host
  end
end
