class TenantsController < ApplicationController
  def show
    tenant = request.headers["X-Tenant"]
    response.headers["X-Served"] = ERB::Util.url_encode(tenant)
    head :ok
  end
end
