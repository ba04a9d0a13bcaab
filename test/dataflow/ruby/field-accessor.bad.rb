class Job
  attr_accessor :folder, :label
end

get "/run" do
  job = Job.new
  job.folder = params["folder"]
  job.label = "nightly"
  system("ls #{job.folder}") # expect: CWE-78
end
