//! The proof by writing: what is tried for which product, and what every outcome says.

use jiff::Timestamp;
use setup::plan::ProfileOrigin;
use setup::profile::built_in;
use setup::proof::{
    Act, Afterwards, Became, CameBack, HOLD, Picked, Ticket, Trial, TrialState, Why, Writes,
    outcome, summary, will_write,
};
use setup::{Answers, Plan};

const ACTS: [Act; 7] = [
    Act::SignIn,
    Act::Create,
    Act::ReadBack,
    Act::Note,
    Act::Time,
    Act::Delete,
    Act::Close,
];

fn plan(profile: &str) -> Plan {
    let profile = built_in::find(profile).expect("a built-in profile");
    Plan::make(
        profile.clone(),
        ProfileOrigin::BuiltIn,
        Answers::default(),
        None,
    )
}

fn trial(ticket: Ticket, tried: &[(Act, Became)]) -> Trial {
    let picked = |name: &str| Picked {
        id: 12,
        name: name.to_owned(),
    };
    let mut trial = Trial {
        mark: "halyard-0a1b2c3d4e5f".to_owned(),
        halo: "https://acme.halopsa.com/".to_owned(),
        customer: picked("Acme"),
        ticket_type: picked("Incident"),
        afterwards: Afterwards::Delete,
        begun: Timestamp::UNIX_EPOCH,
        ended: Some(Timestamp::UNIX_EPOCH),
        ticket,
        tried: Vec::new(),
        came_back: None,
        held_until: None,
    };
    for (act, became) in tried {
        trial.note(*act, became.clone());
    }
    trial
}

fn whys() -> Vec<Why> {
    let said = || "Halo’s own words".to_owned();
    vec![
        Why::NotSignedIn,
        Why::Unauthorised,
        Why::Forbidden,
        Why::NotFound,
        Why::MandatoryField { said: said() },
        Why::Approval { said: said() },
        Why::Numbering { said: said() },
        Why::Rule { said: said() },
        Why::Rule {
            said: String::new(),
        },
        Why::NoAnswer,
        Why::NotReached,
        Why::NoOutcome,
        Why::NoClosedStatus,
        Why::NotSo,
    ]
}

#[test]
fn what_is_tried_follows_from_what_the_product_asks_for() {
    for (profile, tickets, time) in [
        ("moovila", true, true),
        ("rewst", true, true),
        ("cipp", true, false),
        ("hudu", false, false),
    ] {
        let writes = Writes::of(&plan(profile));
        assert_eq!((writes.tickets, writes.time), (tickets, time), "{profile}");
    }
    let with_time = Writes {
        tickets: true,
        time: true,
    };
    let acts = Act::all(with_time, Afterwards::Close);
    assert!(acts.contains(&Act::Time) && !acts.contains(&Act::Delete));
    assert_eq!(will_write("X", with_time, Afterwards::Close).len(), 4);
    assert!(summary("halyard-1").contains("halyard-1"));
}

#[test]
fn every_refusal_of_every_step_says_why_and_what_to_do() {
    let plan = plan("moovila");
    for act in ACTS {
        for why in whys() {
            let tried = [(act, Became::Refused(why.clone()))];
            let shown = outcome(&plan, &trial(Ticket::NotMade, &tried));
            let step = &shown.steps[0];
            let is_write = !matches!(act, Act::SignIn | Act::ReadBack);
            let state = match why {
                Why::NoAnswer if is_write => TrialState::Unknown,
                _ => TrialState::Refused,
            };
            assert_eq!(step.state, state, "{act:?} {why:?}");
            assert!(!shown.good);
            let detail = step.detail.as_ref().expect("a reason");
            let fix = step.fix.as_ref().expect("what to do");
            assert!(detail.ends_with('.') || detail.ends_with('”'), "{detail}");
            assert!(fix.text.ends_with('.'), "{}", fix.text);
        }
    }
}

#[test]
fn what_may_have_happened_is_not_called_undone_and_not_asked_for_again() {
    let plan = plan("moovila");
    let unanswered = |act| [(act, Became::Refused(Why::NoAnswer))];
    for (act, ticket) in [
        (Act::Create, Ticket::Perhaps),
        (Act::Note, Ticket::Deleted { number: 7 }),
        (Act::Time, Ticket::Deleted { number: 7 }),
        (Act::Delete, Ticket::Open { number: 7 }),
        (Act::Close, Ticket::Open { number: 7 }),
    ] {
        let mut shown = outcome(&plan, &trial(ticket, &unanswered(act)));
        let step = shown.steps.remove(0);
        assert_eq!(step.state, TrialState::Unknown, "{act:?}");
        assert!(
            step.title.starts_with("It is not known whether"),
            "{}",
            step.title
        );
        let fix = step.fix.expect("what to do").text;
        assert!(!fix.contains("try it once more"), "{act:?}: {fix}");
        let is_about_the_ticket = !matches!(act, Act::Note | Act::Time);
        assert_eq!(
            fix.contains("“halyard-0a1b2c3d4e5f”"),
            is_about_the_ticket,
            "{fix}"
        );
        if is_about_the_ticket {
            let left = shown.left.expect("it may be there");
            assert_eq!(left.fix.text, fix, "the notice and the step say the same");
            let certain = left.title.contains("is still open");
            assert!(left.urgent && !certain, "{}", left.title);
        }
    }
    let closed = trial(Ticket::Closed { number: 7 }, &unanswered(Act::Delete));
    let step = outcome(&plan, &closed).steps.remove(0);
    assert_eq!(
        step.state,
        TrialState::Refused,
        "what was closed was not deleted"
    );
    let settled = outcome(
        &plan,
        &trial(Ticket::RemovedByHand, &unanswered(Act::Create)),
    );
    assert_eq!(settled.steps[0].fix, None, "nobody has to look any more");
    assert!(
        settled.headline.contains("not known whether"),
        "{}",
        settled.headline
    );
    assert!(!settled.good);
}

#[test]
fn what_is_left_is_named_with_its_number_its_page_and_how_to_remove_it() {
    let plan = plan("moovila");
    let left = |ticket| outcome(&plan, &trial(ticket, &[])).left;
    for ticket in [
        Ticket::NotMade,
        Ticket::Deleted { number: 5 },
        Ticket::RemovedByHand,
    ] {
        assert!(!ticket.needs_removing());
        assert_eq!(left(ticket), None);
    }
    let open = left(Ticket::Open { number: 30_001 }).expect("left");
    assert!(
        open.urgent && open.title.contains("30001"),
        "no thousands: {}",
        open.title
    );
    let page = "https://acme.halopsa.com/ticket?id=30001";
    assert_eq!(open.fix.link.as_deref(), Some(page));
    let closed = left(Ticket::Closed { number: 30_001 }).expect("left");
    assert!(!closed.urgent);
    let perhaps = left(Ticket::Perhaps).expect("left");
    assert!(perhaps.urgent && perhaps.fix.text.contains("halyard-0a1b2c3d4e5f"));
}

#[test]
fn a_trial_is_good_only_when_all_of_it_worked_and_nothing_is_left_open() {
    let plan = plan("moovila");
    let done = [
        (Act::SignIn, Became::Done),
        (Act::Create, Became::Done),
        (Act::ReadBack, Became::Done),
        (Act::Delete, Became::Done),
    ];
    let gone = Ticket::Deleted { number: 7 };
    assert!(outcome(&plan, &trial(gone, &done)).good);
    assert!(!outcome(&plan, &trial(Ticket::Open { number: 7 }, &done)).good);
    assert!(!outcome(&plan, &trial(gone, &[])).good, "nothing was tried");
    let mut with_skipped = done.to_vec();
    with_skipped.push((Act::Note, Became::Skipped));
    assert!(!outcome(&plan, &trial(gone, &with_skipped)).good);
    let mut interrupted = trial(Ticket::Perhaps, &done);
    interrupted.ended = None;
    let interrupted = outcome(&plan, &interrupted);
    assert!(!interrupted.good);
    assert!(interrupted.headline.contains("did not come to its end"));
}

#[test]
fn a_right_to_delete_is_missed_only_where_the_guide_asks_for_it() {
    let tried = [
        (Act::Create, Became::Done),
        (Act::Delete, Became::Refused(Why::Unauthorised)),
        (Act::Close, Became::Done),
    ];
    let closed = trial(Ticket::Closed { number: 7 }, &tried);
    for (profile, state) in [
        ("moovila", TrialState::Refused),
        ("rewst", TrialState::NotNeeded),
    ] {
        let shown = outcome(&plan(profile), &closed);
        assert_eq!(shown.steps[1].state, state, "{profile}");
        assert_eq!(shown.good, state == TrialState::NotNeeded, "{profile}");
    }
}

#[test]
fn the_ticket_is_shown_as_it_came_back_and_what_was_not_said_is_left_out() {
    let mut shown = trial(Ticket::Deleted { number: 7 }, &[]);
    shown.came_back = Some(CameBack {
        team: Some("Service Desk".to_owned()),
        source: Some(5),
        ..CameBack::default()
    });
    let shown = outcome(&plan("moovila"), &shown).came_back;
    let values: Vec<_> = shown.iter().map(|row| row.value.as_str()).collect();
    assert_eq!(
        values,
        [
            "Service Desk",
            "Number 5. Halo’s API gives the number and not its name."
        ]
    );
}

#[test]
fn a_kept_trial_is_read_back_as_it_was() {
    let refused = Became::Refused(Why::Rule {
        said: "No.".to_owned(),
    });
    let tried = [(Act::Create, Became::Done), (Act::Note, refused)];
    let kept = trial(Ticket::Open { number: 7 }, &tried);
    let json = serde_json::to_value(&kept).expect("JSON");
    let read: Trial = serde_json::from_value(json).expect("a trial");
    assert_eq!(read, kept);
}

#[test]
fn a_trial_is_held_until_its_time_and_no_longer_than_anybody_may_ask_for() {
    let mut one = trial(Ticket::Perhaps, &[]);
    let at = |seconds| Timestamp::from_second(seconds).expect("a time");
    assert!(!one.is_held(at(0)), "nobody is at it");
    one.held_until = Some(at(1000));
    let longest = HOLD.as_secs();
    for (now, held) in [
        (1001, false),
        (1000, false),
        (999, true),
        (1000 - longest, true),
        (1000 - longest - 1, false),
    ] {
        assert_eq!(one.is_held(at(now)), held, "{now}");
    }
}
