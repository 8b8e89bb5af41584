# Reads a calendar on standard input by Data::ICal and writes its events as JSON: times in UTC, texts as read.

use strict;
use warnings;
use Data::ICal;
use DateTime::Format::ICal;
use JSON::PP;

# It warns of what came after RFC 2445: NAME and REFRESH-INTERVAL, and a calendar's DESCRIPTION.
local $SIG{__WARN__} = sub { print STDERR @_ unless $_[0] =~ /^Unknown property for Data::ICal: (description|name|refresh-interval) / };

sub text_of {
    my ($property) = @{ $_[0] // [] };
    return $property ? $property->decoded_value : '';
}

sub moment {
    my ($property) = @{ $_[0] };
    my %has = %{ $property->parameters };
    my $found = DateTime::Format::ICal->parse_datetime($property->value);
    return $found->ymd if ($has{VALUE} // '') eq 'DATE';
    $found->set_time_zone($has{TZID}) if $has{TZID};
    return $found->set_time_zone('UTC')->iso8601 . 'Z';
}

my $data = do { local $/; <STDIN> };
my $calendar = Data::ICal->new(data => $data) or die "Data::ICal reads no calendar\n";
my @events = map { $_->properties } grep { $_->ical_entry_type eq 'VEVENT' } @{ $calendar->entries };
my @rows = map {
    [text_of($_->{uid}), moment($_->{dtstart}), moment($_->{dtend}), text_of($_->{summary}), text_of($_->{description})]
} @events;
print JSON::PP->new->encode(\@rows);    # texts are the bytes of the file, which are UTF-8
