class TenantsController < ApplicationController
  def show
    tenant = request.headers["X-Tenant"]
    response.headers["X-Served"] = tenant # expect: CWE-113
    head :ok
  end
end
