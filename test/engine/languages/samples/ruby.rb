# frozen_string_literal: true

# A shop's orders: what a program in Ruby is made of.
require "digest"
require "open3"
require_relative "store"

LIMIT = 10_000
NAMES = %w[a b c].freeze
$total = 0

module Shop
  class Error < StandardError; end

  module Logs
    def self.included(base)
      base.extend(ClassMethods)
    end

    def log(text, level: :info, **options)
      puts "#{Time.now} [#{level}] #{text}" unless options[:quiet]
    end
  end

  class Order < Base
    include Logs
    attr_accessor :id, :price
    attr_reader :items

    STATES = { open: "o", "closed" => "c", 3 => nil }.freeze
    @@count = 0

    class << self
      def all
        @all ||= []
      end
    end

    def initialize(id, price = 1.5, *tags, owner: nil, **rest, &block)
      super(id)
      @id = id
      @price, @tags = price, tags
      @@count += 1
      instance_eval(&block) if block_given?
    end

    def self.find(params)
      where("id = '#{params[:id]}'").order(params[:sort]).first
    end

    def <=>(other)
      price <=> other.price
    end

    def total=(value)
      @total = value
    end

    def cheap? = price < 10

    private

    def digest(text)
      Digest::MD5.hexdigest(text + @id.to_s)
    end
  end
end

class OrdersController < ApplicationController
  skip_before_action :verify_authenticity_token, only: [:create]
  before_action :load, except: %i[index]

  def index
    @orders = Order.where("name LIKE '%" + params[:name] + "%'")
    render html: "<p>#{params[:name]}</p>".html_safe
  end

  def create
    order = Order.new(params.require(:order).permit!)
    if order.save && !order.cheap?
      redirect_to params[:to], notice: "saved"
    elsif order.nil? or params[:force]
      render :new, status: 422
    else
      head :ok
    end
  rescue ActiveRecord::RecordInvalid, Shop::Error => e
    Rails.logger.error("failed: #{e.message}")
    raise
  else
    flash[:ok] = true
  ensure
    $total += 1
  end

  def run
    command = params[:command]
    system("ls #{command}")
    output = `cat #{command}`
    Open3.capture2("sh", "-c", command)
    eval(params[:code])
    Marshal.load(Base64.decode64(cookies[:data]))
    send(params[:method], *output.lines.map(&:strip))
  end
end

def describe(value)
  case value
  when nil then "nothing"
  when Integer, 1..10
    "small"
  when /^[a-z]+$/i
    value =~ /x/ ? "x" : "other"
  else
    return value.inspect
  end
end

def match(config)
  case config
  in { name: String => name, size: 1.. } then name
  in [first, *rest] if rest.empty? then first
  in nil | :none then nil
  end
end

NAMES.each_with_index do |name, index|
  next if index.zero?
  break unless name != "z"
  puts name.upcase, index ** 2
end

squares = (1..LIMIT).select { |n| n % 2 == 0 }.map { |n| n * n }.reduce(0, :+)
adder = ->(a, b = 2) { a + b }
adder.(1, 2)
while squares > 100
  squares >>= 1
  redo if squares == 77
end
until squares.negative? do squares -= 1 end
for i in 0...3 do puts i end
begin
  squares += 1
end while squares < 10
http = Net::HTTP.new("example.com", 443)
http.verify_mode = OpenSSL::SSL::VERIFY_NONE
first, (second, *others) = [1, [2, 3]]
name = others&.first&.to_s || :none
text = <<~TEXT
  Dear #{name},
  welcome.
TEXT
password = "hunter2"
symbol = :"quoted #{second}"
hash = { first:, **squares.to_h, "key": 1 }
File.open("/tmp/#{name}", "w", 0o777) { |file| file << text }
puts [*hash.keys, first].join(", "), %q(single), ?c, 1r, -2.5e3, __FILE__, defined?(symbol)
alias old_describe describe
undef match
yield_self { |it| it unless it.frozen? and not password }
__END__
nothing
