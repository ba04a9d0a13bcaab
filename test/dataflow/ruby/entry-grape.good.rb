class Api < Grape::API
  get :users do
    User.where(name: params[:name]).to_a
  end
end
