# Duplicates, links between cases, and the machine-readable zone in the window.

duplicates-heading = Possible duplicates
duplicates-of = Possible duplicates: {$name}
duplicates-lead = The app only suggests. Nothing is merged: you decide, and Undo takes it back.
duplicates-none = Nobody here seems to be on record twice.
duplicates-looking = Everybody is being compared. With many people on record this takes up to a minute.
duplicates-list = {$count} to decide
duplicates-inline = Perhaps twice: { $count }
duplicates-waiting =
    { $count ->
        [one] Perhaps on record twice: 1 to decide
       *[other] Perhaps on record twice: { $count } to decide
    }
duplicates-pair = {$one} and {$other}
duplicates-for = Speaks for one person
duplicates-against = Speaks against it
duplicates-beside = Both records, field by field
duplicates-compared = Compared
duplicates-same = the same
duplicates-different = different
duplicates-one-side = on one side only
duplicates-link = Same person
duplicates-dismiss = Two different people
duplicates-reason-hint = Needed for two different people, so that nobody asks again.
duplicates-reason-needed = Say how you know that they are two people.
duplicates-linked = Written down as one person. Nothing was merged; Undo takes it back.
duplicates-dismissed = Written down as two people. They are not suggested again; Undo takes it back.
links-button = Links
links-heading = Links: {$name}
links-lead = About several people: none of this ever stands in anybody’s dossier. That you looked is logged.
links-none = Nothing on record ties this to another case.
links-what = What
links-name = Name or number
links-cases = Cases
links-follow = Its links
links-picture = The same as a picture
links-picture-of = Network around {$name}: {$ties} links. The list above says the same in words.
links-legend = What the shapes mean
links-keys = Arrow keys go from one to the next, Enter opens it.
mrz-fits = fits
mrz-fails = does not fit
mrz-hint = Type the lines at the foot of the page, or let a reader type them. Nothing is saved by reading.
mrz-digits = Check digits
mrz-compare = Compare the name with the visible page: the zone has neither marks nor long names.
mrz-cut = The name fills its line and may be cut.
mrz-visa-number = The number in a visa’s zone may be the passport’s: compare it with the visa itself.
mrz-other-kind = This is the zone of a visa. It belongs into another record: {$kind}.
mrz-untouched = The zone says something else here; what you typed stands: {$fields}
mrz-from-document = From a passport’s machine-readable zone
mrz-take = Add this person
mrz-added = Added as row {$row}. The next document can follow.
