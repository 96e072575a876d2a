# What writing a mapping into the other product says: what would be written, what became of it,
# why it stopped. Said by the mapping of the commands crate.

## What is being done
writing-reading = Reading what is there now
writing-under-way = Writing to { $host }
writing-company = Company { $id }

## The number of the integration
writing-number-missing = Enter the number of the integration first.
writing-number-wrong = The number of an integration is digits only, for example 12. Look it up again and type just the number.

## How a row would be written
writing-state-set = Gets its company
writing-state-same = Has this company already
writing-state-change = Has another company now; tick it to change that
writing-state-other-name = Has the customer’s number there, and the name “{ $name }”. Tick it if both are the same customer
writing-state-other-number = Has the customer’s name there, and another number. Tick it if both are the same customer
writing-state-other-company = The company is called “{ $name }” there now. Tick it if it is the same company
writing-state-missing = Not there yet. Let the integration synchronise, then look again
writing-state-customer-gone = Not in Halo’s list any more. Read Halo’s list again, or take the decision back
writing-state-company-gone = The company is not there. Read the list from the server again and choose another
writing-state-shared = “{ $name }” has the same company. Change one of the two first
writing-state-several = Several rows there could be this customer. Match it there yourself

## What became of a row
writing-became-waiting = Not sent
writing-became-asked = Asked for, and the program ended before an answer came. Look again to see what is there now
writing-became-done = Written
writing-became-already = Had this company already
writing-became-moved = Left alone: somebody has set “{ $name }” since the preview. Look again before you write it
writing-became-moved-nothing = Left alone: somebody has changed it since the preview. Look again before you write it
writing-became-gone = Not there any more. Let the integration synchronise, then look again
writing-became-refused = The server refused it
writing-became-refused-with = The server refused it: { $said }
writing-became-not-done = The server did not do it; everything there is as before. Try it again
writing-became-elsewhere = No good answer came, and “{ $name }” is there now. Look there before you write it again
writing-became-elsewhere-nothing = No good answer came, and there is no company now. Try it again
writing-became-not-sent = Not sent: the server was not reached, or turned it away
writing-became-unknown = No answer came, and nobody could look. Look again to see what is there now

## Why it stopped
writing-key-refused = The server did not accept the API key. Make a new one there, or copy it again; then look again.
writing-key-may-not-read = The server does not let this API key read what is matched. Give the key that right there, then look again.
writing-key-may-not-write = The server does not let this API key write. Give the key that right there, then write the rest.
writing-no-integration = The server knows no integration with the number { $number }. Look the number up again.
writing-other-integration = The integration with the number { $number } is called “{ $name }” there, so it is not the one with Halo. Look the number up again.
writing-too-long = There are more rows there than can be held. Nothing was written.
writing-no-answer = No answer came in time. Check your network, then look again.
writing-in-vain = Five rows one after another did not work, so nothing more was sent. Look at their reasons, then write the rest.
writing-ended-early = The program ended in the middle of this writing. Look again to see what is there now, then write the rest.

## Why it did not begin
writing-other-plan = What would be written has changed since it was shown. Look at it again, then write it.
writing-decided-since = Decisions were changed since this was shown. Look again what would be written.
writing-one-at-a-time = This mapping is being written already. Wait until that has ended.
