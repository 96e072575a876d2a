# What the mapping says: conflicts, what is being done, what is wrong with a list.
# Said by the mapping of the commands crate.

## What stands against a decision
mapping-conflict-gone = “{ $name }” is not in the list any more. Choose another, or ignore this row.
mapping-conflict-shared = “{ $name }” has the same answer. One of the two has to change.
mapping-conflict-ask-again = What this depends on was changed after it was decided. Accept it again, or choose another.

## What is kept for something that is gone
mapping-kept-accepted = Mapped to “{ $name }”; kept in case it comes back
mapping-kept-later = To be created later; kept in case it comes back
mapping-kept-ignored = Ignored; kept in case it comes back
mapping-kept-answer = “{ $name }” is mapped to it

## What is being done
mapping-signing-in = Signing in to Halo
mapping-reading-customers = Reading customers
mapping-reading-sites = Reading sites, for domains and telephone numbers
mapping-reading-absent = Asking about customers that are not in the list any more
mapping-reading-details = Reading details of customers with the same name
mapping-reading-statuses = Reading statuses
mapping-reading-ticket-types = Reading ticket types
mapping-reading-agents = Reading agents
mapping-reading-companies = Reading the list
mapping-comparing = Comparing

## How a list was read
mapping-how-halo = Your Halo
mapping-how-halo-inactive = Your Halo, inactive customers too
mapping-how-halo-internal = Your Halo, your own company too
mapping-how-halo-all = Your Halo, inactive customers and your own company too
mapping-how-incomplete = { $how }; up to { $missing } that Halo counted did not come, so nothing is called gone: read the list again
mapping-how-withheld = { $how }; known from before and left out now: { $many }, with their decisions kept
mapping-pasted = The pasted list

## What is wrong with a list
mapping-file-unreadable = { $name } cannot be opened. Check that the file is still there and that you may read it.
mapping-file-unnamed = The file
mapping-cell-hidden = (not shown)
mapping-file-none = { $name } is a folder or a device, and no file. Choose the file with the list.
mapping-file-kind = Lists (CSV, TSV, text)
mapping-file-title = Choose the list
mapping-no-name-column = Say which column has the names; everything else is helpful but not needed.
mapping-nothing-opened = Open or paste the list again; it is not in memory any more.
mapping-list-empty = There is no row with a name in this list. Nothing was changed.

## Rows that could not be used, in lists that have no lines
mapping-left-out-row = Row { $place }
mapping-left-out-row-with-id = Row { $place } (id { $id })
mapping-left-out-site = Row { $place } of Halo’s sites
mapping-left-out-site-with-id = Row { $place } of Halo’s sites (id { $id })
mapping-left-out-no-id = { $row }: there is no id.
mapping-left-out-no-name = { $row }: there is no name.
mapping-left-out-too-long = { $row }: a text here is longer than any name or address.
mapping-left-out-secret = { $row }: a text here looks like a Client Secret, and Halyard keeps no such text.

## How the fields of a list are parted
mapping-delimiter-comma = Comma
mapping-delimiter-semicolon = Semicolon
mapping-delimiter-tab = Tab
mapping-delimiter-bar = Vertical bar

## Why Halo’s list could not be read
mapping-no-secret = There is no Client Secret for this connection yet. Enter it first; then the list can be read.
mapping-keychain-closed = Your keychain did not give the Client Secret. Unlock it, then try again.
mapping-halo-not-found = Your Halo was not found at its address. Check your network, then try again; the checks of this connection say more.
mapping-halo-no-answer = Your Halo did not answer, or had a problem of its own. Try again in a few minutes; the checks of this connection say more.
mapping-sign-in-failed = Halo did not accept the Client ID and the Client Secret. The checks of this connection say why; then try again.
mapping-not-permitted = Halo does not let this agent read the list. The checks of this connection say which permission is missing.
mapping-halo-empty = Halo shows no entries of this list to the agent, so nothing was changed. The checks of this connection say which permission is missing.
mapping-not-there = Halo has no such list, or hides it from this agent. The checks of this connection say more.
mapping-too-many-requests = The list is longer than one reading may take. Go on to read the rest; what was read is kept.
mapping-several-lists-changed = The lists were read anew meanwhile, so these suggestions do not fit them any more. Ask for suggestions again.

## Why a list could not be read, whoever has it
mapping-no-such-name = There is no server of that name, or the name could not be looked up. Check the address and your network, then try again.
mapping-offline = The connection to the server broke off, or none came about. Check your network, then try again.
mapping-timed-out = The server took longer to answer than Halyard waits. Try again in a few minutes.
mapping-took-too-long = The whole list took longer than Halyard gives one reading. Try again when the server is quicker.
mapping-tls-untrusted = This computer does not know who issued the server’s certificate, so nothing was sent. If your company inspects web traffic or runs that server, ask your IT colleagues to install its certificate on this computer; otherwise check the address.
mapping-tls-expired = The server’s certificate is out of date, so nothing was sent. Look whether this computer’s clock is right; if it is, whoever runs the server has to renew the certificate.
mapping-tls-wrong-host = The server’s certificate is for another name, so nothing was sent. Use the address that your browser shows when you are signed in there.
mapping-tls-failed = No secure connection to the server came about, so nothing was sent. Check the address; if it is right, ask whoever runs the server.
mapping-no-transport = Secure connections could not be set up on this computer. Ask your IT colleagues to look at its trusted certificates, then try again.
mapping-redirected = The server sends us on to { $host }, and Halyard does not take keys to another place. Check the address; use the one that your browser shows when you are signed in there.
mapping-proxy = The proxy of this network did not let Halyard through. Ask your IT colleagues to allow this address in the proxy, or to say how to sign in to it.
mapping-slow-down = The server asked for a longer pause. Wait five minutes, then try again.
mapping-server-error = The server had a problem of its own. Try again in a few minutes.
mapping-refused = The server refused the request (status { $status }). Check the address; if it is right, ask whoever runs the server what that means.
mapping-unexpected = The server answered with something that is no such list. Check the address, then try again.
mapping-web-page = A web page came instead of the list. Check the address; the sign-in page of a proxy or of your company can come in between too.
mapping-answer-too-large = The server sent more than { $megabytes } MB in one answer, which no page of a list has, so it was not read to its end. Ask whoever runs the server about it, then try again.
mapping-list-too-long = The list has more than { $rows } rows or { $megabytes } MB of text, or it never ends. Halyard maps no more than that, and nothing of it was kept. Ask whoever runs the server whether this is the right list.

## The vendor’s API
mapping-reader-no-address = Enter the address first.
mapping-reader-address = Enter the address as your browser shows it when you are signed in there. It begins with https.
mapping-reader-no-key = Enter the API key first.
mapping-reader-key-nothing = There is no text on the clipboard. Copy the API key again.
mapping-reader-key-shape = An API key is one word of at least eight letters and digits. Copy it again.
mapping-reader-key-refused = The server did not accept the API key. Make a new one there, or copy it again; then read the list again.
mapping-reader-not-there = There is no such list at this address. Check the address; it is the one you sign in at.
mapping-reader-endless = The list did not end after { $requests } requests, and nothing of it was kept. Save the list as CSV there and open that file, or ask the product’s support about it.
mapping-reader-keychain-closed = Your keychain did not give the API key. Unlock it, then read the list again.

## Out again
mapping-nothing-to-save = There is nothing to save in this form yet.
mapping-all-refused = Nothing was saved: the other product would refuse every one of these rows.
mapping-refused-twice = “{ $text }” is in an earlier row already, and the other product takes each { $column } only once.
mapping-refused-too-long = “{ $text }” is longer than the { $most } characters that the other product takes as { $column }.
mapping-save-failed = Nothing was saved: { $name } could not be written there. Choose another folder, or make room on the disk; then save again.
mapping-save-failed-in-part = Only { $done } of { $all } files were saved: { $name } could not be written there. Choose another folder, or make room on the disk; then save all of them again.
mapping-save-broken = { $said } What is in { $name } now is not whole: delete it.
mapping-page-title = { $halo } and { $vendor }
mapping-page-decision = Decision
mapping-page-undecided = Not decided
mapping-page-accepted = Mapped
mapping-page-later = Create later
mapping-page-ignored = Ignored
