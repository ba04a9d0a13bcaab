def formula(text)
  if text.nil?
    "0"
  else
    text
  end
end

get "/compute" do
  eval(formula(params["formula"])).to_s # expect: CWE-95
end
