class ReportsController < ApplicationController
  def show
    @rows = @report.send(:rows)
  end
end
