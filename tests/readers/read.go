// Reads a calendar on standard input by golang-ical and writes its events as JSON: times in UTC, texts as read.
package main

import (
	"encoding/json"
	"os"
	"time"

	ics "github.com/arran4/golang-ical"
)

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func text(event *ics.VEvent, name ics.ComponentProperty) string {
	if property := event.GetProperty(name); property != nil {
		return ics.FromText(property.Value) // which this edition leaves to its caller
	}
	return ""
}

func moment(event *ics.VEvent, name ics.ComponentProperty, timed, wholeDay func() (time.Time, error)) string {
	if kind := event.GetProperty(name).ICalParameters["VALUE"]; len(kind) == 1 && kind[0] == "DATE" {
		return must(wholeDay()).Format("2006-01-02")
	}
	return must(timed()).UTC().Format(time.RFC3339)
}

func main() {
	calendar := must(ics.ParseCalendar(os.Stdin))
	events := [][]string{}
	for _, event := range calendar.Events() {
		start := moment(event, ics.ComponentPropertyDtStart, event.GetStartAt, event.GetAllDayStartAt)
		end := moment(event, ics.ComponentPropertyDtEnd, event.GetEndAt, event.GetAllDayEndAt)
		summary, description := text(event, ics.ComponentPropertySummary), text(event, ics.ComponentPropertyDescription)
		events = append(events, []string{event.Id(), start, end, summary, description})
	}
	if err := json.NewEncoder(os.Stdout).Encode(events); err != nil {
		panic(err)
	}
}
