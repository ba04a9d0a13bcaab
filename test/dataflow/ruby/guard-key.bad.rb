HANDLERS = { "day" => "DayReport", "month" => "MonthReport" }.freeze

class ReportsController < ApplicationController
  def show
    kind = params[:kind]
    return head(:bad_request) if kind.blank?

    @report = kind.classify.constantize.new # expect: CWE-470
  end
end
