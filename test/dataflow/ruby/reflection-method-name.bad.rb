class ReportsController < ApplicationController
  def show
    @rows = @report.send(params[:column]) # expect: CWE-470
  end
end
