def formula(text)
  if text.nil?
    "0"
  else
    text.length.to_s
  end
end

get "/compute" do
  eval(formula(params["formula"])).to_s
end
