HANDLERS = { "day" => "DayReport", "month" => "MonthReport" }.freeze

class ReportsController < ApplicationController
  def show
    kind = params[:kind]
    return head(:bad_request) unless HANDLERS.key?(kind)

    @report = kind.classify.constantize.new
  end
end
