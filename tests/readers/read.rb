# Reads a calendar on standard input by Ruby's icalendar and writes its events as JSON: times in UTC, texts as read.

require "icalendar"
require "json"
require "stringio"

def moment(found)
  found.is_a?(Icalendar::Values::Date) ? found.strftime("%Y-%m-%d") : found.to_time.utc.strftime("%Y-%m-%dT%H:%M:%SZ")
end

data = $stdin.read.force_encoding(Encoding::UTF_8)
strict = true # an unknown or doubled property is an error
calendar = Icalendar::Parser.new(data, strict).parse.first
events = calendar.events.map do |event|
  [event.uid.to_s, moment(event.dtstart), moment(event.dtend), event.summary.to_s, event.description.to_s]
end
puts JSON.generate(events)
