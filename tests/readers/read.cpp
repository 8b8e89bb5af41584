// Reads a calendar on standard input by KCalendarCore and writes its events as JSON: times in UTC, texts as read.

#include <KCalendarCore/ICalFormat>
#include <KCalendarCore/MemoryCalendar>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>
#include <cstdio>

int main() {
    QFile in, out;
    in.open(stdin, QIODevice::ReadOnly);
    out.open(stdout, QIODevice::WriteOnly);
    const KCalendarCore::MemoryCalendar::Ptr calendar(new KCalendarCore::MemoryCalendar(QTimeZone("Pacific/Honolulu")));
    if (!KCalendarCore::ICalFormat().fromRawString(calendar, in.readAll())) {
        return 1;
    }
    QJsonArray events;
    for (const auto &event : calendar->rawEvents()) {
        const auto day = [](const QDateTime &found) { return found.date().toString(Qt::ISODate); };
        const auto instant = [](const QDateTime &found) { return found.toUTC().toString(Qt::ISODate); };
        const bool whole = event->allDay();
        events << QJsonArray{
            event->uid(),
            whole ? day(event->dtStart()) : instant(event->dtStart()),
            whole ? day(event->dtEnd().addDays(1)) : instant(event->dtEnd()), // KDE's whole days end on their last one
            event->summary(),
            event->description(),
        };
    }
    out.write(QJsonDocument(events).toJson(QJsonDocument::Compact));
    return 0;
}
