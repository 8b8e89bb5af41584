<?php
// Reads a calendar on standard input by the named library and writes its events as JSON: times in UTC, texts as read.

error_reporting(E_ALL & ~E_DEPRECATED);  // the libraries are older than the PHP that runs them
set_error_handler(fn ($level, $text, $file, $line) => throw new ErrorException($text, 0, $level, $file, $line), error_reporting());

function in_utc(DateTimeInterface $moment): string
{
    return gmdate('Y-m-d\TH:i:s\Z', $moment->getTimestamp());
}

function by_sabre(string $data): array
{
    require_once 'Sabre/VObject/autoload.php';
    $moment = fn ($property) => $property->hasTime()
        ? in_utc($property->getDateTime()) : $property->getDateTime()->format('Y-m-d');
    $text = fn ($property) => str_replace(['\\,', '\\;'], [',', ';'], (string) $property);  // it leaves these to its caller
    $events = [];
    foreach (Sabre\VObject\Reader::read($data)->VEVENT as $event) {
        $events[] = [(string) $event->UID, $moment($event->DTSTART), $moment($event->DTEND),
            $text($event->SUMMARY), $text($event->DESCRIPTION)];
    }
    return $events;
}

function by_awl(string $data): array
{
    require_once 'vCalendar.php';
    $moment = function ($property) {
        $zone = new DateTimeZone($property->GetParameterValue('TZID') ?? 'Pacific/Honolulu');
        return $property->GetParameterValue('VALUE') === 'DATE'
            ? (new DateTime($property->Value()))->format('Y-m-d') : in_utc(new DateTime($property->Value(), $zone));
    };
    $events = [];
    foreach ((new vCalendar($data))->GetComponents('VEVENT') as $event) {
        $events[] = [$event->GetPValue('UID'), $moment($event->GetProperty('DTSTART')),
            $moment($event->GetProperty('DTEND')), $event->GetPValue('SUMMARY'), $event->GetPValue('DESCRIPTION') ?? ''];
    }
    return $events;
}

function by_horde(string $data): array
{
    spl_autoload_register(function ($class) {
        $path = stream_resolve_include_path(str_replace('_', '/', $class) . '.php');
        $path && require_once $path;
    });
    $moment = fn ($found) => is_array($found)
        ? sprintf('%04d-%02d-%02d', $found['year'], $found['month'], $found['mday']) : in_utc(new DateTime("@$found"));
    $text = fn ($found) => str_replace("\r\n", "\n", $found);  // its line ends are those of the file
    $calendar = new Horde_Icalendar();
    $calendar->parsevCalendar($data);
    $events = [];
    foreach ($calendar->getComponents() as $event) {
        if ($event instanceof Horde_Icalendar_Vevent) {
            $events[] = [$event->getAttribute('UID'), $moment($event->getAttribute('DTSTART')),
                $moment($event->getAttribute('DTEND')), $text($event->getAttribute('SUMMARY')),
                $text($event->getAttributeDefault('DESCRIPTION', ''))];
        }
    }
    return $events;
}

set_include_path(get_include_path() . PATH_SEPARATOR . '/usr/share/awl/inc');
date_default_timezone_set('Pacific/Honolulu');
$readers = ['sabre/vobject' => 'by_sabre', 'awl' => 'by_awl', 'horde/icalendar' => 'by_horde'];
echo json_encode($readers[$argv[1]](file_get_contents('php://stdin')), JSON_THROW_ON_ERROR);
