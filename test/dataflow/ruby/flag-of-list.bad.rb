class TasksController < ApplicationController
  def run
    task = params[:task]
    known = false
    Task.names.each { |name| known = true if name == current_task }
    raise ActionController::BadRequest unless known
    system("run-task #{task}") # expect: CWE-78
  end
end
