# The words of findings and of the report.
#
# A finding's message has a title (a headline without a full stop), a detail (what was seen) and,
# unless it passed, a fix (what to do). Always there: $product, $halo and $about.

## What a finding is about, inside a sentence

about-address = the address
    .why = Everything else is asked of this address.
about-credentials = the Client ID and the Client Secret
    .why = Without a token { $product } can do nothing in Halo.
about-scope = the scope { $scope }
    .why = A scope is a box on the application’s Permissions tab. Without this one Halo refuses { $product } every request that needs it, whatever the agent may do.
about-excess = whether more scopes are granted than needed
    .why = Whoever holds the Client Secret can use everything that is granted.
about-identity = which agent the connection works as
    .why = Everything { $product } does in Halo, it does as this agent.
about-api-only = whether the agent is API-only
    .why = The kind of agent decides about a licence, and about who can sign in with its password.
about-administrator = whether the agent is a { $halo } administrator
    .why = An administrator may open and change everything, and so may whoever holds its secret.
about-default-team = the agent’s default team
    .why = The default team decides which other agents this one sees.
about-teams = the agent’s teams
    .why = { $product } sees only the teams that this agent may see, and an empty list instead of an error.
about-departments = the agent’s departments
    .why = { $product } misses the tickets of a department without being told.
about-customers = which customers the agent sees
    .why = { $product } gets a shorter list of customers, and no error that says so.
about-permission = the permission “{ $permission }”
    .why = Whatever the application’s scopes allow, { $product } can do no more than this agent.
about-ticket-type = the ticket type “{ $name }”
    .why = { $product } makes and finds its tickets by this ticket type.
about-setting = the setting “{ $setting }”
    .why = The guide for { $product } asks for it.
about-step = the step “{ $step }”
about-team-ticks = the ticks beside the agent’s teams
    .why = Without them { $product } sees only tickets that are assigned to its own agent.
about-work-hours = the agent’s work hours
about-halo-product = whether { $product } works with { $found }
about-other-permissions = all other permissions

## Shared

confirmed =
    .title = You confirmed { $about }
    .detail = You looked and confirmed this on { $date }.
remark-certificate-until = It was good until { $certificate-day }.
remark-certificate-from = It is good from { $certificate-day } on.
remark-certificate-names = It names { $certificate-names }.
remark-confirmed-otherwise = You confirmed { $confirmed } on { $date }; now { $asked } is asked for, so look again.
remark-confirmed-less = You confirmed this on { $date }; now { $asked } is asked for as well, so look again.
remark-confirmed-shown-otherwise = You confirmed this on { $date }; Halo shows something else now, so look again.
remark-confirmed-unkept = You confirmed this on { $date }, and it was not kept what was asked for then, so look again.
remark-confirmed-long-ago = You confirmed this on { $date }; that is more than a year ago, so look again.
why-symptom = In { $product } it shows like this: { $symptom }
fix-advice = The guide for { $product } adds: { $advice }
remark-clock = This computer’s clock and Halo’s differ by more than five minutes, which can be the reason: set this computer’s clock to the right time.
remark-authorisation-elsewhere = Its sign-in server is on another host, { $authorisation }: the Client Secret is sent there, so compare it with “Authorisation Server” on Halo’s API page.
optional-missing =
    .title = For you to decide: { $about }
    .detail = The guide says that { $product } needs this for some uses only, and it is not set up that way now.
    .fix = Decide whether you need it. If you do, set it up in Halo and check again. If not, confirm that it may stay as it is.

## Not checked this time

unchecked-address-first =
    .title = Could not check { $about }
    .detail = Not looked at, because the address has to be right first.
unchecked-sign-in-first =
    .title = Could not check { $about }
    .detail = Not looked at, because signing in to Halo has to work first.
unchecked-scope-first =
    .title = Could not check { $about }
    .detail = Halo refused to show it, because the scope for it is not granted.
    .fix = Tick the missing scopes on the application’s Permissions tab first, select Save, then check again.
unchecked-other-scopes-first =
    .title = Could not check { $about }
    .detail = Halo refused others of the scopes, and this check ended before it was known whether Halo accepts this one.
    .fix = Put the scopes that were refused right first, then check again.
unchecked-no-credentials =
    .title = Could not check { $about }
    .detail = Not looked at, because the Client ID and the Client Secret have not been entered yet.
unchecked-not-asked =
    .title = Could not check { $about }
    .detail = This check ended before Halo was asked for it.
    .fix = Check again.
unchecked-left-out =
    .title = Could not check { $about }
    .detail = Halo answered but left this out of its answer. Some versions of Halo do, and so do some permissions.
    .fix = Look in Halo yourself, then check again later.
unchecked-open-first =
    .title = Could not check { $about }
    .detail = Halo refused to show it, as it refused everything that was asked after signing in.
    .fix = Put the findings above right first, then check again.
unchecked-refused-alone =
    .title = Could not check { $about }
    .detail = Halo did not let the agent look. Either a scope of the application or a permission of the agent is missing.
    .fix = Look at the application’s Permissions tab and at the agent’s Permissions in Halo. If all is as the steps of the wizard show, look in Halo yourself whether this is right: not every version shows it to every agent.
unchecked-not-found-alone =
    .title = Could not check { $about }
    .detail = Halo answered that there is no such thing, or that the agent may not see it.
    .fix = Look in Halo yourself whether this is right: not every version of Halo shows it.
unchecked-refused =
    .title = Could not check { $about }
    .detail = Halo did not let the agent look. Either a scope of the application or a permission of the agent is missing.
    .fix = Put the findings above right first, then check again.
unchecked-not-found =
    .title = Could not check { $about }
    .detail = Halo answered that there is no such thing, or that the agent may not see it.
    .fix = Put the findings above right first, then check again.
unchecked-server-error =
    .title = Could not check { $about }
    .detail = Halo answered with a server error. This says nothing about your set-up.
    .fix = Wait a few minutes and check again. If it stays so, ask Halo’s support whether your Halo is well.
unchecked-timed-out =
    .title = Could not check { $about }
    .detail = Halo did not answer in time.
    .fix = Wait a few minutes and check again.
unchecked-rate-limited =
    .title = Could not check { $about }
    .detail = Halo asked for a longer pause than one check may take, because it gets too many requests at the moment.
    .fix = Wait five minutes and check again. Other integrations count as well.
unchecked-not-readable =
    .title = Could not check { $about }
    .detail = Halo’s answer could not be read.
    .fix = Check again. If it stays so, something between this computer and Halo may change the answers.
unchecked-too-large =
    .title = Could not check { $about }
    .detail = Halo’s answer was larger than a check reads.
    .fix = Look in Halo yourself.
unchecked-redirected =
    .title = Could not check { $about }
    .detail = The answer pointed to another address, which was not followed.
    .fix = Put the address right first, then check again.
unchecked-unreachable =
    .title = Could not check { $about }
    .detail = The connection broke before Halo had answered.
    .fix = Make sure that this computer is online, then check again.
unchecked-stopped =
    .title = Could not check { $about }
    .detail = The check was stopped, or its time was over, before Halo was asked for it.
    .fix = Check again.

## Address

address-found =
    .title = The address is a Halo
    .detail = { $halo } answers at { $address }.
address-not-an-address =
    .title = This is not a web address
    .detail = The address cannot be read as one, so nothing was sent.
    .fix = Copy the address from your browser while Halo is open, for example https://acme.halopsa.com.
address-not-https =
    .title = The address has to start with https
    .detail = Over http, anyone on the way could read the Client Secret. Nothing was sent.
    .fix = Write https:// instead of http://. If your own server has no certificate yet, it needs one first.
address-name-not-found =
    .title = There is no server of this name
    .detail = The name in the address is not known on the internet or in your network.
    .fix = Compare the address with the one in your browser while Halo is open. For a server inside your network, connect to that network first.
address-unreachable =
    .title = Nothing answers at this address
    .detail = The name exists, but no connection could be made, or it broke before an answer was there.
    .fix = Open the address in your browser. If it opens there, a firewall or proxy may keep Halyard out; if not, compare the address with the one you use for Halo.
address-timed-out =
    .title = The address did not answer in time
    .detail = A connection was tried, and no answer came within the limit.
    .fix = Open the address in your browser. If it opens there quickly, a firewall may keep Halyard out; if not, compare the address with the one you use for Halo.
address-tls-untrusted =
    .title = The server’s certificate is not trusted
    .detail = This computer does not know who issued the certificate, so nothing was sent.
    .fix = If your company inspects web traffic or runs its own Halo, ask your IT colleagues to install its certificate on this computer. Otherwise compare the address with the one you use for Halo.
address-tls-expired =
    .title = The server’s certificate is out of date
    .detail = The certificate is past its time, or its time has not come. Nothing was sent.
    .fix = Look whether this computer’s clock is right. If it is, whoever runs the server has to renew the certificate.
address-tls-wrong-host =
    .title = The server’s certificate is for another name
    .detail = The certificate does not name this address, so nothing was sent.
    .fix = Compare the address with the one in your browser while Halo is open. If the certificate names your Halo, enter that name. If not, ask whoever runs the server for a certificate with its name.
address-not-halo =
    .title = This address is not a Halo
    .detail = Something answers, but not as Halo does. The Client Secret was not sent.
    .fix = Copy the address from your browser while you are signed in to Halo as an agent, not to its portal or its guide pages.
address-redirected-elsewhere =
    .title = The address leads somewhere else
    .detail = It points to { $host }. This was not followed, and nothing secret was sent there.
    .fix = If { $host } is your Halo, enter that address. If you do not know it, compare the address with “Resource Server” and “Authorisation Server” on Halo’s API page.
address-calls-redirected =
    .title = Some requests were sent somewhere else
    .detail = { $address } answers as Halo does, but pointed some requests to another address. This was not followed.
    .fix = Compare the address with “Resource Server” on Halo’s API page and enter that one.
address-too-large =
    .title = The answer from this address is too large
    .detail = A Halo answers this question in a few lines. Reading stopped at the limit.
    .fix = Compare the address with the one in your browser while Halo is open.
address-api-not-found =
    .title = Halo’s API is not where it was looked for
    .detail = Signing in worked, and then { $server } answered everything that was asked as if nothing was there.
    .fix = Go through these in order, the likeliest first, then check again.
address-proxy-refused =
    .title = The proxy did not let Halyard through
    .detail = This computer reaches the internet through a proxy. The proxy could not be reached, did not answer in time, or did not let the request through.
    .fix = Open the address in your browser. If it does not open there either, tell your IT colleagues that the proxy is in the way; if it does, ask them to let Halyard through to this address.
address-proxy-wants-sign-in =
    .title = The proxy asks who you are
    .detail = This computer reaches the internet through a proxy that lets nobody through who has not signed in to it. Nothing was sent to Halo.
    .fix = Ask your IT colleagues to let this address through without signing in. If that cannot be, ask them for a name and a password at the proxy that Halyard may use, and to set them up on this computer (in HTTPS_PROXY). A Windows account cannot be used for it.

## Client ID and Client Secret

credentials-accepted =
    .title = Halo accepts the Client ID and the Client Secret
    .detail = Halo issued a token for them just now.
credentials-clock-skew =
    .title = The clocks do not agree
    .detail = Halo accepts the Client ID and the Client Secret, but its clock and this computer’s differ by { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    }. Signing in can fail because of it.
    .fix = Set this computer’s clock to the right time, best by switching on automatic time.
credentials-client-not-recognised =
    .title = Halo does not know this Client ID and Client Secret
    .detail = Halo gives one answer for several causes and does not say which it is.
    .fix = Go through these in order, the likeliest first.
credentials-wrong-tenant =
    .title = The Tenant is not the right one
    .detail = With the Tenant “{ $named }” the sign-in failed; with “{ $right }”, which Halo names itself, it issued a token for the same Client ID and Client Secret.
    .fix = Enter “{ $right }” as the Tenant, here and in { $product }, or leave it to be found.
credentials-grant-not-allowed =
    .title = The application’s Authentication Method does not fit
    .detail = Halo knows the application, but does not let it sign in with an ID and a secret.
    .fix = Set Authentication Method to “Client ID and Secret (Services)”, select Save, then copy the Client ID and the new Client Secret.
credentials-scope-refused =
    .title = Halo refuses the scopes
    .detail = Halo issued no token for the scopes that { $product } needs, in whatever combination they were asked for: { $scopes }.
    .fix = Look for these scopes on the application’s Permissions tab. Tick those that are there, select Save, then check again. Where one is not there, your Halo does not offer it: ask Halo’s support about it.
credentials-no-scope-granted =
    .title = The application has no scopes
    .detail = Halo issued a token that opens nothing: it carries no scope.
    .fix = Tick these scopes on the application’s Permissions tab, select Save, then check again: { $scopes }.
credentials-no-scope-asked =
    .title = { $product }’s profile names no scope
    .detail = Without a scope Halo lets nothing be read, so Halyard did not sign in.
    .fix = Ask whoever made the profile which scopes { $product } needs. Once the profile names them, check again.
credentials-opens-nothing =
    .title = Signing in works, and nothing opens afterwards
    .detail = Halo let the application sign in without saying which scopes it has, and refused everything that was asked afterwards. So it does where no scope is ticked; an agent that is not let in looks the same.
    .fix = Go through these in order, the likeliest first, then check again.
credentials-not-json =
    .title = The sign-in server’s answer is a web page
    .detail = A token was asked for, and something came that Halo’s sign-in server does not send.
    .fix = Compare “Authorisation Server” and “Tenant” on Halo’s API page with yours. A proxy that shows a sign-in page of its own can cause this too.
credentials-not-a-token =
    .title = The sign-in server’s answer is not Halo’s
    .detail = A token was asked for, and the answer is neither a token nor a refusal.
    .fix = Compare “Authorisation Server” and “Tenant” on Halo’s API page with yours. Another product may answer at that address.
credentials-nothing-there =
    .title = There is no sign-in server at the address
    .detail = A token was asked for, and there is no such page.
    .fix = Compare “Authorisation Server” on Halo’s API page with yours, letter for letter. It often ends in “/auth”.
credentials-refused-silently =
    .title = Halo refuses to sign in the application
    .detail = Halo does not say why.
    .fix = Go through these in order, the likeliest first.
credentials-refused =
    .title = Halo refuses to sign in the application
    .detail = In Halo’s words: { $said }
    .fix = See that the application is ticked as Active and that “Agent to log in as” is an active agent, then check again.
credentials-server-name-not-found =
    .title = There is no sign-in server of this name
    .detail = Tokens are issued at { $server }, and this name is not known on the internet or in your network. The Client Secret was not sent.
    .fix = Compare “Authorisation Server” on Halo’s API page with { $server }. For a server inside your network, connect to that network first.
credentials-server-untrusted =
    .title = The sign-in server’s certificate is not trusted
    .detail = Tokens are issued at { $server }. This computer does not know who issued that server’s certificate, so the Client Secret was not sent.
    .fix = If your company inspects web traffic or runs its own Halo, ask your IT colleagues to install its certificate on this computer. Otherwise compare “Authorisation Server” on Halo’s API page with { $server }.
credentials-server-out-of-date =
    .title = The sign-in server’s certificate is out of date
    .detail = Tokens are issued at { $server }. That server’s certificate is past its time, or its time has not come. The Client Secret was not sent.
    .fix = Look whether this computer’s clock is right. If it is, whoever runs the server has to renew the certificate.
credentials-server-for-another-name =
    .title = The sign-in server’s certificate is for another name
    .detail = Tokens are issued at { $server }. That server’s certificate does not name it, so the Client Secret was not sent.
    .fix = Compare “Authorisation Server” on Halo’s API page with { $server }. If they are alike, whoever runs the server has to get a certificate for its name.
credentials-server-proxy-refused =
    .title = The proxy did not let Halyard through to the sign-in server
    .detail = Halo was reached, but tokens are issued at { $server }. The proxy of this network could not be reached, did not answer in time, or did not let the request through.
    .fix = Ask your IT colleagues to let this computer through to { $server } as well.
credentials-server-proxy-wants-sign-in =
    .title = The proxy asks who you are
    .detail = Halo was reached, but tokens are issued at { $server }. The proxy of this network lets nobody through to it who has not signed in to the proxy.
    .fix = Ask your IT colleagues to let { $server } through without signing in. If that cannot be, ask them for a name and a password at the proxy that Halyard may use, and to set them up on this computer (in HTTPS_PROXY). A Windows account cannot be used for it.
credentials-keychain-closed =
    .title = The keychain is closed
    .detail = The Client Secret is in this computer’s keychain, which could not be opened.
    .fix = Unlock the keychain, then check again.
credentials-server-not-confirmed =
    .title = The authorisation server is somewhere else
    .detail = Your Halo says that its authorisation server is on { $host }, which is not part of your Halo’s own address. Nothing was sent there.
    .fix = Compare { $host } with the Authorisation Server that Halo shows under API Details. If they are the same, confirm it on the page “Is this your Halo?”. On the command line, name it with --authorisation-server.

credentials-no-secret =
    .title = There is no Client Secret
    .detail = No Client Secret is stored for this connection.
    .fix = Enter the Client Secret again. If it is gone, select Generate on the application in Halo, save, and use the new one.

## Causes that look alike: what it would be, how to tell, what to do

cause-same-value =
    .title = The Client ID stands in place of the Client Secret
    .tell = Both values that were entered are the same.
    .fix = Select Generate on the application, select Save, and enter the value shown as the Client Secret.
cause-exchanged =
    .title = The Client ID and the Client Secret are exchanged
    .tell = A Client ID has 36 characters, a Client Secret 73.
    .fix = Enter each in its own field.
cause-client-id-copy =
    .title = The Client ID was not copied whole
    .tell = On the application it is 36 characters long, in five groups with dashes between.
    .fix = Copy the Client ID from the application again.
cause-secret-cut =
    .title = The Client Secret was not copied whole
    .tell = It is 73 characters long, in ten groups with dashes between.
    .fix = Copy the whole Client Secret. If it no longer shows, select Generate, select Save, and enter the new one.
cause-client-id-changed =
    .title = The Client ID changed when the application was saved
    .tell = Open the application and compare the Client ID with yours, letter by letter at the beginning and the end.
    .fix = Open the application and copy the Client ID again: it can change when the application is saved or permissions are ticked.
cause-secret-mistyped =
    .title = The Client Secret was not taken over exactly
    .tell = It is 73 characters long, shows only once, and cannot be compared afterwards.
    .fix = Copy the whole Client Secret again, all 73 characters. If it is gone, select Generate, select Save, and enter the new one: the old one stops working.
cause-secret-regenerated =
    .title = Somebody generated a new Client Secret since
    .tell = Ask who else looks after the application. A new Client Secret ends the old one at once.
    .fix = Select Generate, select Save, and enter the new Client Secret here and in { $product }.
cause-application-inactive =
    .title = The application is not active
    .tell = Open the application: Active has to be ticked.
    .fix = Tick Active on the application and select Save.
cause-tenant =
    .title = The Tenant is another one
    .tell = Compare the Tenant on Halo’s API page with yours. A Halo on your own server has none.
    .fix = Enter the Tenant as Halo’s API page shows it.
cause-other-halo =
    .title = The application is in another Halo, or was deleted
    .tell = Look whether the application is listed in the Halo at this very address; a test copy has applications of its own.
    .fix = Use the address of the Halo that has the application, or make the application in this one.
clue-same-value = Both values are the same.
clue-exchanged = Each looks like the other.
clue-id-shape = What was entered does not look like a Client ID.
clue-secret-shape = What was entered does not look like a whole Client Secret.
clue-secret-odd = What was entered does not look like the Client Secrets that Halo makes.
clue-said-id = Halo’s answer speaks of the Client ID.
clue-worked-before = This Client ID has worked before.
clue-said-credentials = Halo’s answer speaks of the credentials, and not of the Client ID.
clue-tenant-another = Another Tenant was entered than “{ $told }”, which Halo itself names.
clue-tenant-untold = The Tenant was entered by hand, and Halo does not say which it is.
clue-shared-without-tenant = Your Halo’s sign-in server is shared by many Halos, and no Tenant is known.

cause-resource-server =
    .title = The API is at another address
    .tell = Compare “Resource Server” on Halo’s API page with yours.
    .fix = Enter the address that “Resource Server” shows, here and in { $product }.
cause-way-to-api =
    .title = Something between this computer and Halo keeps the API away
    .tell = Ask whether your Halo is behind a firewall or a gateway that lets only some addresses or paths through.
    .fix = Have it let requests to Halo’s API through, from this computer and from { $product }.

cause-no-scope-ticked =
    .title = No scope is ticked on the application
    .tell = Open the application and look at its Permissions tab.
    .fix = Tick these scopes on the application’s Permissions tab and select Save: { $scopes }. If the Client ID changes on saving, enter the new one.
cause-scope-unticked =
    .title = The scope is not ticked
    .tell = Open the application’s Permissions tab and look whether { $scope } is ticked.
    .fix = Tick { $scope } on the application’s Permissions tab and select Save. If the Client ID changes on saving, enter the new one.
cause-area-closed =
    .title = “{ $permission }” is too low
    .tell = Open the agent or its role and look at “{ $permission }”. “Not set” grants nothing.
    .fix = Set “{ $permission }” to a value that allows reading, for example “Read Only”, and select Save.
cause-some-area-closed =
    .title = The agent has no access to what the scope is for
    .tell = Open the agent or its role and look at the access levels below Feature Access. “Not set” grants nothing.
    .fix = Set the access level for it to at least Read Only and select Save.
cause-no-permissions =
    .title = The agent has no permission at all
    .tell = Open the agent and look at its roles and its Permissions tab.
    .fix = Give the agent the role, or the permissions that the steps of the wizard show, and select Save.

cause-login-agent =
    .title = “Agent to log in as” is empty or another agent
    .tell = Open the application and look which agent is chosen.
    .fix = Choose the right agent under “Agent to log in as” on the application and select Save.
cause-login-type =
    .title = Login Type is not Agent
    .tell = Open the application and look at Login Type.
    .fix = Set Login Type to Agent, choose the agent and select Save.
cause-agent-inactive =
    .title = The agent’s account is not active
    .tell = Open the agent and look at Account Active.
    .fix = Tick Account Active on the agent and select Save.
cause-tokens-revoked =
    .title = Somebody signed the agent out everywhere
    .tell = Ask whether somebody selected Revoke All Tokens on the agent. It ends what was signed in before, and not what signs in afterwards: each check signs in anew.
    .fix = Check again. If it stays so, select Generate on the application and enter the new Client Secret.

cause-in-no-team =
    .title = The agent is in no team and no department
    .tell = Open the agent and look at Departments & Teams.
    .fix = Open the agent, go to Departments & Teams, add the teams that { $product } should see and select Save.
cause-teams-on-role =
    .title = The teams are set on the role, and this version of Halo wants them on the agent
    .tell = The role lists teams, and the agent’s own Departments & Teams is empty. Guides differ on which of the two counts.
    .fix = Add the same teams on the agent itself and select Save.
cause-not-saved =
    .title = The change was not saved
    .tell = Leave the page in Halo, open it again and look whether your change is still there. A dialog has a Save of its own.
    .fix = Make the change again, select Save in the dialog, then Save on the page.
cause-old-session =
    .title = The change has not reached the agent yet
    .tell = This check signed in anew, so it was not signed in from before the change. Look whether the page in Halo shows the change.
    .fix = Log the agent out of Halo and in again where somebody uses it there, and check again. If { $product } still fails after the check passes, disconnect and connect it there, so that it signs in anew too.
clue-in-no-team = Halo shows no team on the agent itself.

cause-customers-restricted =
    .title = The agent is restricted to some customers
    .tell = Open the agent or its role and look at “Allow use of all Customers”.
    .fix = Set “Allow use of all Customers” to Yes and select Save.
cause-customers-level =
    .title = “Customers Access Level” is too low
    .tell = Open the agent or its role and look at “Customers Access Level” below Feature Access.
    .fix = Set “Customers Access Level” to at least Read Only and select Save.
cause-customers-access-control =
    .title = Access Control keeps customers from the agent
    .tell = Open the agent and look at the tab Access Control; customers and their groups have one as well.
    .fix = Take the restriction away, or add the agent to it.
cause-customers-inactive =
    .title = Your number counts customers that are not active, or prospects
    .tell = In Halo, look at the list of customers without inactive ones. Halo leaves those out here.
    .fix = Enter the number of active customers in the wizard.
clue-customers-restricted = Halo shows customers that the agent is restricted to.

cause-level-not-set =
    .title = “{ $permission }” is not set to “{ $value }”
    .tell = Open the Permissions tab and look at it. “Not set” grants nothing.
    .fix = Set “{ $permission }” to “{ $value }” and select Save.
cause-role-not-given =
    .title = The role is right, and the agent does not have it
    .tell = Open the agent and look at Roles.
    .fix = Add the role under Roles on the agent and select Save.
clue-no-role = Halo shows no role on the agent.

cause-type-absent =
    .title = There is no such ticket type yet
    .tell = Look through the list of ticket types in Halo.
    .fix = Create the ticket type as the step “Ticket types” shows.
cause-type-renamed =
    .title = It is there under another name
    .tell = Look for a ticket type that is meant for the same.
    .fix = Say in the wizard which ticket type it is.
cause-type-restricted =
    .title = The agent may use only some ticket types
    .tell = Open the agent or its role and look at “Allow use of all Ticket Types”.
    .fix = Set “Allow use of all Ticket Types” to Yes, or allow this one, and select Save.
cause-type-access-control =
    .title = The ticket type’s Access Control leaves the agent out
    .tell = Open the ticket type and look at Access Control: once anybody is listed, everybody else is left out.
    .fix = Add the agent or its role to the Access Control of the ticket type.
clue-type-near = Halo lists “{ $near }”.
clue-types-restricted = Halo shows ticket types that the agent is restricted to.

## Scopes

scope-granted =
    .title = Scope { $scope } is granted
    .detail = Halo lists it among what it granted when signing in.
scope-granted-refused =
    .title = { $scope } is granted, and the agent may not use it
    .detail = The application has { $scope }, but Halo refused to open the list that it is for. { $product } can do no more than its agent.
    .fix = Go through these in order, the likeliest first, then check again.
scope-works =
    .title = Scope { $scope } works
    .detail = Halo does not list what it granted, but a request that needs this scope was answered.
scope-not-granted =
    .title = Scope { $scope } is not granted
    .detail = { $product } asked Halo for it, and the application does not have it.
    .fix = Tick { $scope } on the application’s Permissions tab and select Save. If the Client ID changes on saving, enter the new one.
scope-refused =
    .title = Halo refuses scope { $scope }
    .detail = { $product } needs it, and Halo issued no token with it: the application does not have it, or your Halo does not offer it.
    .fix = Look for { $scope } on the application’s Permissions tab. If it is there, tick it and select Save; if the Client ID changes on saving, enter the new one. If it is not there, your Halo does not offer it: ask Halo’s support about it.
scope-refused-in-use =
    .title = Scope { $scope } does not work
    .detail = Halo refused a request that needs it, and does not say which scopes it granted: the scope may be missing, or the agent’s permission.
    .fix = Go through these in order, the likeliest first, then check again.
scope-does-not-exist =
    .title = Halo has no scope { $scope }
    .detail = The profile asks for a scope that Halo does not offer.
    .fix = Leave it out in Halo. Tell whoever made the profile for { $product }, or look in their guide which scope is meant.
scope-does-not-exist-meant =
    .title = Halo has no scope { $scope }
    .detail = The profile asks for a scope that Halo does not offer. It most likely means { $meant }.
    .fix = Tick { $meant } on the application’s Permissions tab if the guide for { $product } agrees, and tell whoever made the profile.
scope-not-asked =
    .title = For you to look: scope { $scope }
    .detail = Halo tells only about scopes that were asked for, and this check did not ask for it.
    .fix = Look at the application’s Permissions tab. Tick { $scope } if you need what it is for, then confirm it in the wizard.
scope-look =
    .title = For you to look: scope { $scope }
    .detail = Halo does not say what it granted, and no harmless request shows this scope.
    .fix = Look at the application’s Permissions tab: { $scope } has to be ticked. Then confirm it in the wizard.
scope-apart =
    .title = For you to look: scope { $scope }
    .detail = Halo accepts it when it is asked for alone, and refuses it together with the other scopes. { $product } may ask for all of them at once.
    .fix = Look at the application’s Permissions tab: { $scope } has to be ticked. If it is and { $product } cannot sign in, ask Halo’s support why these scopes are refused together. Then confirm it in the wizard.
scope-unwanted-granted =
    .title = Scope { $scope } must not be granted
    .detail = The application has it, and { $product } does not work with it.
    .fix = Untick { $scope } on the application’s Permissions tab and select Save.
scope-unwanted-absent =
    .title = Scope { $scope } is not granted, as it should be
    .detail = It was asked for, and Halo did not grant it.
scope-unwanted-look =
    .title = For you to look: scope { $scope } must not be ticked
    .detail = Halo tells only about scopes that were asked for, and this one was not.
    .fix = Look at the application’s Permissions tab: { $scope } has to be unticked. Then confirm it in the wizard.
excess-none =
    .title = No scope is granted beyond those needed
    .detail = Everything was asked for, and Halo granted only what { $product } needs.
excess-more =
    .title = More scopes are granted than { $product } needs
    .detail = Not needed: { $scopes }.
    .fix = Untick them on the application’s Permissions tab and select Save, unless you know what else uses them. What is not granted cannot be misused.
excess-look =
    .title = For you to look: no other scopes are ticked
    .detail = Halo tells only about scopes that were asked for.
    .fix = Look at the application’s Permissions tab: these should be ticked and no others: { $scopes }. Then confirm it in the wizard.

## The agent

identity-known =
    .title = The connection works as { $name }
    .detail = Halo says that whoever signs in with the Client ID is this agent.
identity-signed-out =
    .title = Halo does not let the agent in
    .detail = Signing in worked, and then Halo answered as if nobody was signed in. The Client Secret is right: this is about the agent behind it.
    .fix = Go through these in order, the likeliest first, then check again.
identity-refused =
    .title = Halo refuses everything the agent asks for
    .detail = Signing in worked, and then Halo answered nothing that was asked, not even who the agent is. The Client Secret is right: this is about the agent behind it, or about the way to Halo.
    .fix = Go through these in order, the likeliest first, then check again.
identity-disabled =
    .title = The agent { $name } is switched off
    .detail = Halo says that the account is not active.
    .fix = Open the agent and tick Account Active, or choose another agent under “Agent to log in as” on the application.
api-only-is =
    .title = The agent is API-only
    .detail = It uses no licence and cannot sign in to Halo’s screens.
api-only-is-not =
    .title = The agent is not API-only, as it should be
    .detail = { $product } needs an agent that can also sign in to Halo’s screens.
api-only-missing =
    .title = The agent is not API-only
    .detail = It uses a licence, and somebody with its password could sign in to Halo’s screens.
    .fix = Open the agent, select Edit, tick “Is an API-only Agent” and select Save.
api-only-unwanted =
    .title = The agent must not be API-only
    .detail = { $product } needs an agent that can also sign in to Halo’s screens.
    .fix = Open the agent, select Edit, untick “Is an API-only Agent” and select Save. From then on the agent uses a licence.
administrator-is =
    .title = The agent is a { $halo } administrator
    .detail = The guide for { $product } asks for it.
administrator-is-not =
    .title = The agent is not a { $halo } administrator
    .detail = That is how the guide for { $product } wants it.
administrator-not-needed =
    .title = The agent is not a { $halo } administrator
    .detail = { $product } needs it for some uses only, and works with less.
administrator-missing =
    .title = The agent is not a { $halo } administrator
    .detail = The guide for { $product } asks for it.
    .fix = Set “Is a { $halo } Administrator” to Yes and select Save.
administrator-unwanted =
    .title = The agent is a { $halo } administrator
    .detail = { $product } does not need that. An administrator’s secret opens everything.
    .fix = Set “Is a { $halo } Administrator” to No on the agent and on each of its roles, and select Save. The permissions below then have to be set one by one.
default-team-is =
    .title = The agent has a default team
    .detail = It is { $team }.
default-team-none =
    .title = The agent has no default team, as it should be
    .detail = Its default team is “*No Default Team*”.
default-team-missing =
    .title = The agent has no default team
    .detail = With “*No Default Team*”, Halo does not show it the other agents.
    .fix = Open the agent, select Edit, choose a real team under Default Team and select Save.
default-team-alone =
    .title = The agent sees no other agents
    .detail = Halo lists no agent but itself, and its record names no default team, which is known to cause this.
    .fix = Open the agent, select Edit, choose a real team under Default Team and select Save. Then check again.
default-team-unnamed =
    .title = The agent seems to have no default team
    .detail = Its record in Halo’s API names none, where another agent’s names its team.
    .fix = Open the agent and look at Default Team. Where it is “*No Default Team*”, select Edit, choose a real team and select Save. Then check again.
default-team-unwanted =
    .title = The agent must not have a default team
    .detail = It is { $team } now, and the guide for { $product } asks for “*No Default Team*”.
    .fix = Open the agent, select Edit, choose “*No Default Team*” under Default Team and select Save.

## Teams and departments

teams-belongs =
    .title = The agent belongs to the teams
    .detail = It belongs to { $count ->
        [one] one team
       *[other] { $count } teams
    }: { $teams }.
teams-none-visible =
    .title = The agent sees no team
    .detail = Halo’s list of teams is empty for it. That happens when an agent belongs to no team and no department.
    .fix = Go through these in order, the likeliest first, then check again.
teams-missing =
    .title = Some teams are missing
    .detail = The agent does not belong to: { $teams }.
    .fix = Open the agent, go to Departments & Teams, add these teams and select Save: { $teams }.
teams-member-of-none =
    .title = The agent belongs to no team
    .detail = It sees the teams because of a department, but belongs to none of them: { $teams }.
    .fix = Open the agent, go to Departments & Teams, add the teams that { $product } should see and select Save.
teams-look =
    .title = For you to look: the agent’s teams
    .detail = Halo lists the teams to the agent, but did not say which of them it belongs to.
    .fix = Open the agent and go to Departments & Teams: it has to belong to { $teams }. Then confirm it in the wizard.
teams-on-role =
    .title = For you to look: the agent’s teams
    .detail = Halo lists teams to the agent, yet its record names no team and no department. A role may bring them.
    .fix = Open the agent and go to Departments & Teams: it has to belong to { $teams }. Where the page shows them, confirm it in the wizard; where it does not, add them there and select Save.
teams-which =
    .title = For you to look: are these the right teams?
    .detail = The agent belongs to { $count ->
        [one] one team
       *[other] { $count } teams
    }: { $teams }.
    .fix = Compare this with the teams that { $product } should see. Add what is missing under Departments & Teams, then confirm it in the wizard.
departments-belongs =
    .title = The agent belongs to the departments
    .detail = It belongs to { $count ->
        [one] one department
       *[other] { $count } departments
    } with at least “{ $membership }”: { $departments }.
departments-none =
    .title = The agent belongs to no department
    .detail = Without one, Halo leaves out tickets without saying so.
    .fix = Open the agent, go to Departments & Teams, add the departments with Membership “{ $membership }” and select Save.
departments-on-role =
    .title = For you to look: the agent’s departments
    .detail = Halo lists teams to the agent, yet its record names no team and no department. A role may bring them.
    .fix = Open the agent and go to Departments & Teams: it has to have departments with Membership “{ $membership }”. Where the page shows them, confirm it in the wizard; where it does not, add them there and select Save.
departments-missing =
    .title = For you to look: the agent’s departments
    .detail = Halo’s API lists these departments, and the agent’s record does not name them: { $departments }.
    .fix = Open the agent and go to Departments & Teams: it has to have these departments with Membership “{ $membership }”: { $departments }. Add those that are not there and select Save. Then confirm it in the wizard.
departments-too-low =
    .title = The membership of a department is too low
    .detail = It is “Modify All”, and “{ $membership }” is needed, for: { $departments }.
    .fix = Open the agent, go to Departments & Teams, set Membership to “{ $membership }” for these departments and select Save.
departments-hide-tickets =
    .title = The agent’s membership hides tickets from it
    .detail = Halo lists no ticket to the agent, and its membership is not “{ $membership }” for: { $departments }.
    .fix = Open the agent, go to Departments & Teams, set Membership to “{ $membership }” for these departments and select Save. Then check again.
departments-seem-too-low =
    .title = The membership of a department seems too low
    .detail = As far as the check can tell, it is below “{ $membership }” for: { $departments }. What it is exactly, only the agent’s page in Halo shows.
    .fix = Open the agent, go to Departments & Teams, set Membership to “{ $membership }” for these departments and select Save.
departments-look =
    .title = For you to look: the membership of departments
    .detail = The check cannot tell for certain what the membership is for: { $departments }. The agent’s page in Halo shows it.
    .fix = Open the agent and go to Departments & Teams: Membership has to be “{ $membership }” or more. Then confirm it in the wizard.

## Customers

customers-all =
    .title = The agent sees the customers
    .detail = Halo lists { $more ->
        [0] {""}
       *[other] at least{" "}
    }{ $count ->
        [one] one customer
       *[other] { $count } customers
    } to it and shows no restriction.
customers-as-expected =
    .title = The agent sees as many customers as you do
    .detail = Halo lists { $more ->
        [0] {""}
       *[other] at least{" "}
    }{ $count ->
        [one] one customer
       *[other] { $count } customers
    } to it; you expect { $expected }.
customers-restricted-as-wanted =
    .title = The agent sees only some customers, as it should be
    .detail = It is restricted, and Halo lists { $more ->
        [0] {""}
       *[other] at least{" "}
    }{ $count ->
        [one] one customer
       *[other] { $count } customers
    } to it.
customers-none =
    .title = The agent sees no customer
    .detail = Halo’s list of customers is empty for it.
    .fix = Go through these in order, the likeliest first, then check again.
customers-fewer-look =
    .title = For you to look: does the agent see every customer?
    .detail = You told us { $expected } customers. Halo showed { $count } and did not say whether there are more.
    .fix = See that “Allow use of all Customers” is Yes for the agent and its role, then confirm it in the wizard.
customers-restricted =
    .title = The agent sees only some customers
    .detail = It is restricted to { $rows ->
        [one] one customer
       *[other] { $rows } customers
    }; Halo lists { $more ->
        [0] {""}
       *[other] at least{" "}
    }{ $count } to it.
    .fix = Set “Allow use of all Customers” to Yes on the agent or its role, and select Save.
customers-fewer =
    .title = The agent sees fewer customers than you do
    .detail = You told us { $expected } customers, and this agent sees { $count }.
    .fix = Go through these in order, the likeliest first, then check again.
customers-look =
    .title = For you to look: does the agent see every customer?
    .detail = Halo lists { $more ->
        [0] {""}
       *[other] at least{" "}
    }{ $count ->
        [one] one customer
       *[other] { $count } customers
    } to it, but did not say whether it is restricted.
    .fix = Compare this with the number of customers you see in Halo. See that “Allow use of all Customers” is Yes, then confirm it in the wizard.
customers-restrict-look =
    .title = For you to look: the agent should see only some customers
    .detail = Halo lists { $more ->
        [0] {""}
       *[other] at least{" "}
    }{ $count ->
        [one] one customer
       *[other] { $count } customers
    } to it and shows no restriction.
    .fix = Look at “Allow use of all Customers” and at the customers chosen beside it. Then confirm it in the wizard.

## Permissions

permission-reads =
    .title = “{ $permission }” allows reading
    .detail = The agent opened the list, which shows { $more ->
        [0] {""}
       *[other] at least{" "}
    }{ $count ->
        [one] one entry
       *[other] { $count } entries
    }. { $product } needs “{ $value }”.
permission-more =
    .title = For you to look: “{ $permission }” is “{ $value }”
    .detail = Reading works: the list shows { $more ->
        [0] {""}
       *[other] at least{" "}
    }{ $count ->
        [one] one entry
       *[other] { $count } entries
    }. Whether more is allowed, only a change in your Halo could show, and a check changes nothing.
    .fix = Look at “{ $permission }”: it has to be “{ $value }”. Then confirm it in the wizard.
permission-empty =
    .title = For you to look: “{ $permission }” is “{ $value }”
    .detail = The list opens but is empty for the agent. Either there is nothing in it, or the agent does not see what is there.
    .fix = Look at “{ $permission }”: it has to be “{ $value }”. See in Halo whether the list should be empty, then confirm it in the wizard.
permission-look =
    .title = For you to look: “{ $permission }” is “{ $value }”
    .detail = No harmless request shows this permission.
    .fix = Look at “{ $permission }”: it has to be “{ $value }”. Then confirm it in the wizard.
permission-refused =
    .title = “{ $permission }” is missing
    .detail = The scope is granted, but Halo refused to open the list for the agent, also after signing in once more. { $product } needs “{ $value }”.
    .fix = Go through these in order, the likeliest first, then check again.
permission-details-refused =
    .title = “{ $permission }” is missing
    .detail = Halo lists the entries to the agent, and refused to open one of them. { $product } needs “{ $value }”.
    .fix = Go through these in order, the likeliest first, then check again.
implied-reads =
    .title = “{ $permission }” allows reading
    .detail = The guide asks for { $scope } and does not name this permission, but both are needed. The agent opened the list, which shows { $more ->
        [0] {""}
       *[other] at least{" "}
    }{ $count ->
        [one] one entry
       *[other] { $count } entries
    }.
implied-empty =
    .title = For you to look: “{ $permission }” allows reading
    .detail = { $product } asks for { $scope }. The list that it is for opens but is empty for the agent. Either there is nothing in it, or the agent does not see what is there.
    .fix = See in Halo whether the list should be empty. If not, look at “{ $permission }” on the agent and its role: it has to allow reading. Then confirm it in the wizard.
implied-refused =
    .title = The agent may not open what { $product } asks for: “{ $permission }”
    .detail = The application has { $scope }, but Halo refused to open the list that it is for. The guide does not name the permission “{ $permission }”, and { $product } needs it all the same: it can do no more than its agent.
    .fix = Go through these in order, the likeliest first, then check again.
implied-details-refused =
    .title = The agent may not open what { $product } asks for: “{ $permission }”
    .detail = The application has { $scope }. Halo lists the entries it is for to the agent, and refused to open one of them. The guide does not name the permission “{ $permission }”, and { $product } needs it all the same: it can do no more than its agent.
    .fix = Go through these in order, the likeliest first, then check again.
remark-tickets-empty = Tickets are left out without a word where the agent’s membership of their department is below “View All” or “Modify All”.
permission-unwanted-absent =
    .title = “{ $permission }” grants nothing, as it should be
    .detail = The scope is granted, and Halo refused to open the list for the agent.
permission-unwanted-open =
    .title = “{ $permission }” allows more than { $product } needs
    .detail = The agent opened the list, which shows { $more ->
        [0] {""}
       *[other] at least{" "}
    }{ $count ->
        [one] one entry
       *[other] { $count } entries
    }. The guide asks for “{ $value }”.
    .fix = Set “{ $permission }” to “Not set” or “No Access” on the agent and on each of its roles, and select Save.
permission-unwanted-look =
    .title = For you to look: “{ $permission }” is not granted
    .detail = The check cannot see whether anything grants it. The guide rules it out.
    .fix = Look at “{ $permission }” on the agent and on each of its roles: nothing should grant it. Then confirm it in the wizard.
permission-ticket-types-all =
    .title = “{ $permission }” is set
    .detail = Halo lists { $count ->
        [one] one ticket type
       *[other] { $count } ticket types
    } to the agent and shows no restriction.
permission-ticket-types-restricted =
    .title = The agent may use only some ticket types
    .detail = It is restricted to: { $types }. { $product } needs “{ $permission }” to be “{ $value }”.
    .fix = Set “{ $permission }” to “{ $value }” on the agent or its role, and select Save.

## Ticket types

ticket-type-found =
    .title = The ticket type “{ $name }” is there
    .detail = Halo lists it to the agent, and what it says of it fits: { $purpose }.
remark-hierarchy = Halo’s API does not say clearly what Project Hierarchy is: compare it with “{ $hierarchy }” when you are there.
remark-use = Halo’s API does not say clearly what Use is: compare it with “{ $use }” when you are there.
ticket-type-missing =
    .title = The ticket type “{ $name }” is missing
    .detail = Halo does not list it to the agent. It may not exist, have another name, or be kept from the agent by its Access Control.
    .fix = Go through these in order, the likeliest first, then check again.
ticket-type-which =
    .title = For you to say: which ticket type { $product } uses
    .detail = Any of your own serves: { $purpose }. The check has to know its name to look at it.
    .fix = Choose the ticket type in the step “Ticket types”, then check again. If it does not matter to you, confirm.
ticket-type-wrong-use =
    .title = The ticket type “{ $name }” is of the wrong kind
    .detail = { $product } needs: { $wanted }.
    .fix = Open the ticket type and compare ITIL Ticket Type and Use with what is needed. If it has tickets already, make a new ticket type instead.
ticket-type-hidden =
    .title = The ticket type “{ $name }” is hidden from agents
    .detail = By what Halo’s API shows, “Visible in List for Agents” is not ticked.
    .fix = Open the ticket type, select Edit, tick “Visible in List for Agents” and select Save.
ticket-type-not-logged =
    .title = Agents cannot log tickets of type “{ $name }”
    .detail = By what Halo’s API shows, “Agents can log new Tickets with this Ticket Type” is not ticked.
    .fix = Open the ticket type, select Edit, tick “Agents can log new Tickets with this Ticket Type” and select Save.
ticket-type-mandatory-fields =
    .title = The ticket type “{ $name }” asks for fields that { $product } does not send
    .detail = Mandatory and not sent: { $fields }.
    .fix = Open the ticket type’s Field List and make these fields not mandatory for agents, or let { $product } send them: { $fields }.
ticket-type-fields-look =
    .title = For you to look: mandatory fields of “{ $name }”
    .detail = The ticket type is there, but Halo did not say which of its fields are mandatory.
    .fix = Open the ticket type’s Field List: no field should be mandatory that { $product } does not send. Then confirm it in the wizard.
remark-some-mandatory = It does say that agents have to fill in some field.
remark-may-be-mandatory = These may be mandatory, and { $product } does not send them: { $fields }.

ticket-type-fields-unwanted =
    .title = For you to look: the fields of “{ $name }”
    .detail = Halo’s API seems to list fields for it that { $product } does not work with: { $seen }.
    .fix = Open the ticket type’s Field List{ $wanted-count ->
        [0] {""}
       *[other] , see that it has { $wanted },
    } and take off { $unwanted }. Select Save. Then confirm it in the wizard.
ticket-type-fields-other-look =
    .title = For you to look: the fields of “{ $name }”
    .detail = The ticket type is there, but Halo’s API did not show whether its fields are those that { $product } works with.
    .fix = Open the ticket type’s Field List{ $wanted-count ->
        [0] {""}
       *[other] : it has to have { $wanted }
    }{ $unwanted-count ->
        [0] .
       *[other] . See that it does not have { $unwanted }.
    } Then confirm it in the wizard.
remark-fields-wanted = Its fields are among others { $fields }.
ticket-type-child-look =
    .title = For you to look: can tickets of type “{ $name }” be tasks of a project?
    .detail = Halo’s API seems to say that this ticket type is not used for child tickets.
    .fix = Open the ticket type: child tickets have to be allowed for it, and Project Hierarchy has to be “{ $hierarchy }”. Where it is not so, select Edit, put it right and select Save. Then confirm it in the wizard.
ticket-type-hierarchy-look =
    .title = For you to look: Project Hierarchy of “{ $name }”
    .detail = Halo shows the same Project Hierarchy for “{ $name }” and “{ $other }”, and { $product } needs them to differ.
    .fix = Open both ticket types: Project Hierarchy of “{ $name }” has to be “{ $hierarchy }”. Then confirm it in the wizard.
ticket-type-approval-look =
    .title = For you to look: tickets of type “{ $name }” wait for approval
    .detail = A new ticket begins the approval process “{ $approval }”, and { $product } does not say who approves.
    .fix = See whether the approval process needs a CAB to be chosen for each ticket. If it does, take it off this ticket type or choose another type for { $product }. Then confirm it in the wizard.
remark-approval = A new ticket begins the approval process “{ $approval }”: where it needs a CAB, { $product } has to send the number of one that exists.

## Settings

setting-right =
    .title = “{ $setting }” is “{ $value }”
    .detail = Halo says so.
setting-wrong =
    .title = “{ $setting }” has to be changed
    .detail = It is not “{ $value }”.
    .fix = Open the setting, choose “{ $value }” and select Save.
setting-number-look =
    .title = For you to look: “{ $setting }” is “{ $value }”
    .detail = Halo shows it as the number { $number }, whose meaning is not certain.
    .fix = Open the setting: it has to be “{ $value }”. Then confirm it in the wizard.
setting-look =
    .title = For you to look: “{ $setting }” is “{ $value }”
    .detail = Halo’s API does not show this setting.
    .fix = Open the setting: it has to be “{ $value }”. Then confirm it in the wizard.

## Steps by hand

hand-halo =
    .title = For you to look: { $step }
    .detail = Halo’s API cannot tell whether this is done.
    .fix = { $actions } Then confirm it in the wizard.
hand-vendor =
    .title = For you to do: { $step }
    .detail = This is done outside Halo, so only you can tell.
    .fix = { $actions } Then confirm it in the wizard.
remark-optional-step = It is needed for some uses only.
remark-recommended-step = The guide advises it.
team-ticks-look =
    .title = For you to look: the ticks beside the agent’s teams
    .detail = They decide which tickets of a team the agent sees.
    .fix = Under Departments & Teams, tick for each team: { $ticks }. Then confirm it in the wizard.
team-ticks-on =
    .title = For you to look: the ticks beside the agent’s teams
    .detail = Halo’s API seems to say that they are set for each of its teams.
    .fix = Under Departments & Teams, see that these are ticked for each team: { $ticks }. Then confirm it in the wizard.
team-ticks-off =
    .title = For you to look: the ticks beside the agent’s teams
    .detail = Halo’s API seems to say that some are not set for: { $teams }.
    .fix = Under Departments & Teams, tick for each of these teams and select Save: { $ticks }. Teams: { $teams }. Then confirm it in the wizard.
halo-product-look =
    .title = For you to look: does { $product } work with { $found }?
    .detail = Your Halo calls itself { $found }, and the guide for { $product } speaks of { $named } only. It may work all the same, and this check goes on. Of one product made for HaloPSA it is reported that a HaloITSM refused it, and nobody found out why.
    .fix = Ask { $maker } whether { $product } works with { $found }, or look in their guide. Then confirm it in the wizard.
work-hours-look =
    .title = For you to look: the agent’s Work Hours are “{ $value }”
    .detail = The guide for { $product } asks for it, and the check cannot see it.
    .fix = Open the agent and see that Work Hours is “{ $value }”. Then confirm it in the wizard.
other-permissions-look =
    .title = For you to look: all other permissions are “{ $value }”
    .detail = The guide for { $product } asks to leave what it does not list at “{ $value }”.
    .fix = Look through the Permissions tab: what is not listed here should be “{ $value }”. Then confirm it in the wizard.

## The printed report

report-title = The connection with { $product }
report-fix = What to do:
report-causes = What it may be, the likeliest first:
report-customers-of = { $count } of { $expected } customers
report-profile = Checked for
report-address = Halo
report-product = Version
report-tenant = Tenant
report-agent = Works as
report-sees = Sees
report-customer-names = Customers it sees
report-and-more = { $names }, and perhaps more
report-agent-names = Agents it sees
report-ticket-type-names = Ticket types it sees
report-its-teams = Its teams
report-missing-teams = Teams it is missing from
report-its-departments = Its departments
report-restricted-to = Restricted to
report-membership = { $name } (membership number { $level })
report-modify-all = { $name } (Modify All)
report-none = None
report-customers = { $count ->
    [one] one customer
   *[other] { $count } customers
}
report-teams = { $count ->
    [one] one team
   *[other] { $count } teams
}
report-agents = { $count ->
    [one] one agent
   *[other] { $count } agents
}
report-ticket-types = { $count ->
    [one] one ticket type
   *[other] { $count } ticket types
}
report-tickets = { $count ->
    [one] one ticket
   *[other] { $count } tickets
}
report-rights = Needed, asked for and granted: { $missing } missing, { $excess } more than needed
right-reading = Reading
report-right-scope = { $name }: needed { $needed ->
    [yes] yes
   *[other] no
}, asked for { $asked ->
    [yes] yes
   *[other] no
}, granted { $granted ->
    [yes] yes
    [no] no
   *[other] not told
}: { $held ->
    [as-needed] as needed
    [missing] missing
    [excess] more than needed
   *[other] for you to look
}
report-right-permission = { $name }: needed “{ $needed }”, a look showed { $shown ->
    [opens] that it opens
    [empty] that it opens and is empty
    [refused] that it is refused
   *[other] nothing
}: { $held ->
    [as-needed] as needed
    [missing] missing
    [excess] more than needed
    [confirmed] confirmed by you
   *[other] for you to look
}
report-failed = To put right: { $count }
report-warning = Works, but should not stay so: { $count }
report-to-confirm = For you to look at: { $count }
report-unknown = Could not be checked this time: { $count }
report-passed = Passed: { $count }
