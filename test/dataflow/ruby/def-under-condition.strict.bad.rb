require "yaml"

class Column
  def load(payload)
    yaml_load(payload)
  end

  private

  if YAML.respond_to?(:unsafe_load)
    def yaml_load(payload)
      YAML.unsafe_load(payload) # expect: CWE-502
    end
  end
end
