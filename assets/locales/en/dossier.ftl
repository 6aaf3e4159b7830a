# What only dossiers say. Words they share with the screens stand in terms.ftl.
# Every Indonesian and Khmer text here is this project's own and still wants a native reader's eye.

dos-title = Case dossier
dos-title-group = Group dossier
dos-copy = Copy
dos-basis = Basis
dos-basis-consent = Consent of the persons concerned
dos-people-count = { $n ->
    [one] One person
   *[other] { $n } persons
}
dos-left-out = Left out
dos-left-out-count = { $n ->
    [one] One person, for want of consent
   *[other] { $n } persons, for want of consent
}
dos-training = TRAINING — invented data, not a real case
dos-not-official-note = This dossier follows the app's own template. It is no official form of any authority.
dos-category = Category
dos-extent = Extent
dos-extent-full = As recorded
dos-extent-part = Some fields only
dos-extent-own = Only what concerns the recipient's own care
dos-extent-separate = Only with separate consent: given by { $n } of { $m }
dos-withheld-note = This list is the same for every dossier to this recipient. It does not say whether anything is on record.
dos-number = No.
dos-when = When
dos-what = What
dos-who = Who
dos-everybody = All { $n } persons of this dossier
dos-other-person = A person who is not in this dossier
dos-not-named = Not named here
dos-photo-of-person = Photograph of the person
dos-no-annex = No file is attached.
dos-non-punishment-text = A victim of trafficking should not be detained, charged or punished for unlawful acts that the victim was compelled to commit as a direct consequence of being trafficked, nor for irregular entry or stay. This note is general: it stands in every dossier of this kind and says nothing about any person in it.
dos-receipt-text = The recipient confirms having received this copy, will use it only for the purpose stated on the cover, will not pass it on without the consent of the persons concerned, and will destroy or return it after the last day of validity.
dos-verify-text = The code is the beginning of the SHA-256 of the attached file dossier.json; the QR code holds the whole. Whoever computes it again sees whether the attachment is unaltered.
dos-copy-no = Copy no. {$n}

# Recipients' purposes and legal bases.
purpose-social-ministry = Handover to the social ministry for identification and care
purpose-immigration = Request for exit permits and for the waiver of overstay fines
purpose-hospital = Handover to a hospital: what treatment needs
purpose-airline = Travel home: names, papers and the flight
purpose-receiving-home = Handover to the home that receives people after their return
purpose-home-police = Handover to the home country's police, to investigate recruitment and exploitation
purpose-person = Given to the person concerned, at their own request
dos-basis-own = The person's own right to what is recorded about them
group-determinations = Determinations by authorities
group-fitness = Fitness to travel
dos-unsettled-mark = (two values on record, not settled)


sheet-manifest = Flight manifest
sheet-roster = Shelter roster
sheet-statement = Statement
sheet-expenses = Expense sheet
sheet-read-to-me = Read to me in a language I understand; I agree with it
sheet-interpreter = Interpreter
sheet-approved-by = Approved by
sheet-provider = Paid to
sheet-payer = Paid by
sheet-amount = Amount
sheet-total = Sum

# Photographs and annexes.
dos-photo = Photo
dos-no-photo = No photograph
dos-annex-no = Annex { $n }
dos-annex-page = Annex { $n }, page { $x } of { $y }
dos-annex-pages = Pages shown
dos-annex-others-note = A document that also concerns somebody outside this dossier is never annexed.
annex-in = Annexed
annex-elsewhere = Not shown: the file is not on the laptop that made this copy
annex-locked = Not shown: the file is locked with a password
annex-damaged = Not shown: the file is damaged
annex-kind = Not shown: no picture and no PDF
annex-too-long = Not shown: too many pages
annex-too-large = Not shown: too large or too intricate to be drawn
annex-others = Left out: it also concerns somebody who is not in this dossier
annex-names-others = Left out: its text has a name or number that this recipient may not have
dos-page-no = page { $n }

# Layouts of what is recorded.
dos-where = Where
dos-by-whom = By whom (alleged)
dos-no-custody = No passing from hand to hand is recorded.
dos-determinations = Findings of authorities, side by side
dos-nothing-decided = No finding
dos-group-not-given = Not given
dos-consent-covers = The consent to this recipient covers every category disclosed. No category needs a consent of its own.
dos-consent-separate = The consent to this recipient covers the categories disclosed, but for those that stand in columns of their own: these need a consent each.
dos-findings = Findings for and against
dos-everybody-but = { $n ->
    [one] One person: all of this dossier but
   *[other] { $n } persons: all of this dossier but
}
# Correction notices.
notice-title = Correction notice
notice-about-copy = About copy no.
notice-about-code = Its verification code
notice-left-on = It left on
notice-made-on = Date of this notice
notice-text = This office gave you the copy named above. Part of it is no longer correct, or the person concerned no longer allows its use. The table says which part.
notice-destroy = Please destroy or return every page, file and extract that holds what is withdrawn or erased, do not use or pass it on, and confirm it below.
notice-by-place = People are named here only by their place in your copy, in the order in which it shows them.
notice-person = Who
notice-field = What
notice-what = What happened
notice-now = What holds now
notice-withdrawn = Consent withdrawn: may no longer be used
notice-erased = Erased at the person's request or by rule
notice-corrected = Corrected
notice-whole-group = Everything in this category
notice-not-said = —
notice-nobody = Nobody in particular
notice-everybody = Everybody in the copy
notice-place = Person { $n } of { $m }
notice-destroyed-by = Destroyed or corrected by
notice-reason = Correction of copy { $n }
