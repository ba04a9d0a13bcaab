class ProfilesController < ApplicationController
  def update
    current_user.update(params.require(:user).permit!) # expect: CWE-915
  end
end
