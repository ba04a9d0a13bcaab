class ProfilesController < ApplicationController
  def update
    current_user.update(params.require(:user).permit(:name, :mail))
  end
end
