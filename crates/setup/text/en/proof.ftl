# The proof by writing: the words written to Halo, what will be written, and what became of it.

proof-summary = Test ticket by Halyard, { $mark }: may be deleted
proof-details = This ticket was made by Halyard on the request of an administrator, to prove that the connection with { $product } may make tickets. It is not about a real problem. Halyard closes or deletes it by itself; if you find it open, it may be deleted.
proof-private-note = A private note by Halyard, to prove that the connection with { $product } may add notes.
proof-reason = A test ticket by Halyard

proof-will-ticket = One ticket for the customer you pick. Its first words are “Test ticket by Halyard”, and its text says that it may be deleted. No person at the customer is named in it, and Halo is told not to run ticket rules.
proof-will-note = One private note on that ticket, without an e-mail.
proof-will-time = Three minutes of time on that ticket, because { $product } books time.
proof-will-delete = Then the ticket is deleted. Where Halo does not allow that, it is closed.
proof-will-close = Then the ticket is closed. It stays in Halo’s records.

proof-sign-in =
    .what = Sign in
    .done = Signed in
    .refused = Could not sign in
    .skipped = Not signed in
proof-create =
    .what = Make the test ticket
    .done = The ticket was made
    .refused = The ticket was not made
    .skipped = No ticket was made
proof-read-back =
    .what = Read it back
    .done = The ticket was read back
    .refused = The ticket could not be read back
    .skipped = The ticket was not read back
proof-note =
    .what = Add a private note
    .done = The note was added
    .refused = The note was not added
    .skipped = No note was added
proof-time =
    .what = Book three minutes
    .done = The time was booked
    .refused = The time was not booked
    .skipped = No time was booked
proof-delete =
    .what = Delete the ticket
    .done = The ticket was deleted
    .refused = The ticket was not deleted
    .skipped = The ticket was not deleted
proof-close =
    .what = Close the ticket
    .done = The ticket was closed
    .refused = The ticket was not closed
    .skipped = The ticket was not closed

proof-why-not-signed-in = Halo issued no token, so nothing was written.
proof-why-unauthorised = Halo answered that this agent may not do it, although the token is new: a permission is missing.
proof-why-forbidden = Halo does not let this connection write here: a scope or the agent’s access is missing.
proof-why-not-visible = Halo made the ticket and does not show it to this agent. { $product } would not see its own tickets either.
proof-why-not-found = Halo says that the ticket is not there, or that this agent does not see it.
proof-why-said = Halo said: “{ $said }”.
proof-why-silent = Halo refused and did not say why.
proof-why-no-answer = No answer came that says whether it happened. Halyard did not try again, so that nothing is there twice.
proof-why-not-reached = Halo could not be reached, or asked to be left alone for a while. Nothing was written.
proof-why-no-outcome = Halo wants an outcome for every note, and shows this agent none for private notes.
proof-why-no-closed-status = Halo shows this agent no status that is called “Closed”.
proof-why-not-so = Halo said that it was done, and afterwards it was not so.

proof-fix-again = Wait a few minutes, then try it once more.
proof-fix-sign-in = Go to the proof and select “Check everything”. It says what is wrong with signing in.
proof-fix-scope = Open the application, tab “Permissions”, tick “edit:tickets” and save. Then set “Tickets Access Level” of the agent to “Read and Modify”.
proof-fix-field = Open the ticket type, tab “Field List”, and make the field optional, or pick a ticket type without it. { $product } meets the same refusal unless it fills the field.
proof-fix-approval = Open the ticket type and take its approval process away, or pick a ticket type without one. { $product } meets the same refusal.
proof-fix-numbering = Set “Next Ticket ID Calculation Method” to “Auto-incrementing key”.
proof-fix-create = Open the agent, tab “Permissions”: set “Can add new Tickets” to “Yes”, and see that it may use the ticket type “{ $type }” and the customer { $customer }.
proof-fix-read-back = Open the agent, tab “Departments & Teams”: make it a member of the department of this ticket’s team, with the level “Modify All”.
proof-fix-note = Open the agent, tab “Permissions”: set “Can Edit Tickets Which Are Not Assigned to Them” to “Yes”. See also that it may use the action “Private Note” of the ticket type “{ $type }”.
proof-fix-time = Open the agent, tab “Permissions”: set “Timesheets Access Level” to “Read and Modify (own)” at least.
proof-fix-delete = Open the agent, tab “Permissions”: set “Can Delete Tickets” to “Yes”.
proof-fix-close = Open the agent, tab “Permissions”: set “Can Edit Tickets Which Are Not Assigned to Them” and “Can always update Ticket Statuses and re-assign Tickets outside of actions” to “Yes”.

proof-shown-type = Ticket type
proof-shown-status = Status
proof-shown-team = Team
proof-shown-customer = Customer
proof-shown-agent = Assigned to
proof-shown-source = Source, as Halo’s number

proof-headline-good = { $product } may write tickets: Halo did everything that was tried
proof-headline-partly = Halo made the ticket, and not everything worked
proof-headline-nothing = No ticket was made, and nothing is left in Halo
proof-headline-perhaps = It is not known whether the ticket was made
proof-headline-interrupted = The trial did not come to its end

proof-report-title = The last test ticket

proof-left-open =
    .title = Ticket { $number } is still open in your Halo
    .fix = Open ticket { $number } in Halo and delete it there. That needs an agent with the permission “Can Delete Tickets”; any other agent may close it. Its summary holds “{ $mark }”.
proof-left-closed =
    .title = Ticket { $number } is closed and stays in your Halo
    .fix = Nothing more has to be done. To take it out altogether, open ticket { $number } in Halo and delete it; that needs the permission “Can Delete Tickets”.
proof-left-perhaps =
    .title = A test ticket may be in your Halo
    .fix = In Halo, search the tickets for “{ $mark }”. If a ticket comes up, delete or close it. If none comes up, no ticket was made.

proof-choices-not-reached = Your Halo did not answer. Wait a little, then search again.
proof-choices-not-signed-in = Halo issued no token. Select “Check everything” on this page; it says what is wrong with signing in.
proof-choices-refused = Halo did not let this agent list customers and ticket types. Put right what the proof lists first.
proof-choices-no-type = Halo shows this agent no ticket type in which it may log tickets. Put right what the proof says of ticket types first.
proof-choices-no-customer = Halo shows this agent no customer. Put right what the proof says of customers first.
proof-clear-up-first = A test ticket of an earlier trial may still be in your Halo. Have it removed first, so that there are never two.
proof-nothing-left = Nothing of a test ticket is left in your Halo.
proof-another-halo = This connection has another Halo now. Remove the ticket by hand in the Halo where it was made.
proof-before-removing = A test ticket of this connection may still be in your Halo, and only this connection knows of it. Open the proof in the wizard and have it removed, or say there that it is gone. Then remove the connection.
proof-under-way = A test ticket is being made or removed. Wait until that has ended.
