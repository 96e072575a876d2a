use std::sync::Mutex;

use super::*;

/// What a Halo of the tests says to these scopes.
type Answer = Box<dyn Fn(&[&str]) -> Result<(), HaloError> + Send + Sync>;

/// A token is what it was asked for with.
struct Halo {
    answer: Answer,
    asked: Mutex<usize>,
}

impl Halo {
    fn that(answer: impl Fn(&[&str]) -> Result<(), HaloError> + Send + Sync + 'static) -> Self {
        Self {
            answer: Box::new(answer),
            asked: Mutex::new(0),
        }
    }

    fn requests(&self) -> usize {
        *self.asked.lock().unwrap()
    }
}

impl IssuesTokens for Halo {
    type Token = Vec<String>;

    async fn issue(&self, scopes: &[&str]) -> Result<Vec<String>, HaloError> {
        *self.asked.lock().unwrap() += 1;
        (self.answer)(scopes).map(|()| owned(scopes))
    }
}

fn owned(scopes: &[&str]) -> Vec<String> {
    scopes.iter().map(|scope| (*scope).to_owned()).collect()
}

fn set(scopes: &[&str]) -> BTreeSet<String> {
    owned(scopes).into_iter().collect()
}

fn unknown() -> HaloError {
    HaloError::InvalidScope {
        asked: Vec::new(),
        description: None,
    }
}

/// As many names, all of them different.
fn names(count: usize) -> Vec<&'static str> {
    const NAMES: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    (0..count).map(|place| &NAMES[place..=place]).collect()
}

async fn searched<'s>(halo: &Halo, set: &[&'s str]) -> Result<Found<'s, Vec<String>>, HaloError> {
    let found = search(halo, set).await;
    assert!(halo.requests() <= MOST_REQUESTS, "{}", halo.requests());
    if let Ok(found) = &found {
        assert_eq!(found.token, owned(&found.accepted), "one token for all");
        let told = [&found.refused, &found.apart].into_iter().flatten();
        let told = told.chain(found.untold.keys()).chain(&found.token);
        let mut told: Vec<_> = told.cloned().collect();
        told.sort_unstable();
        let mut asked = owned(set);
        asked.sort_unstable();
        assert_eq!(told, asked, "something is said of each, and once");
    }
    found
}

#[tokio::test]
async fn one_scope_of_fifty_is_found_in_a_few_requests() {
    let scopes = names(50);
    for wrong in &scopes {
        let wrong = *wrong;
        let halo = Halo::that(move |asked| {
            if asked.contains(&wrong) {
                Err(unknown())
            } else {
                Ok(())
            }
        });
        let found = searched(&halo, &scopes).await.unwrap();
        assert_eq!(found.refused, set(&[wrong]));
        assert!(halo.requests() <= 12, "{} for {wrong}", halo.requests());
    }
}

#[tokio::test]
async fn whichever_scopes_are_refused_they_are_told_from_the_others() {
    let scopes = names(7);
    for refused in 1_u32..1 << scopes.len() {
        let places = 0..scopes.len();
        let wrong = places.filter(|place| refused >> place & 1 == 1);
        let wrong: Vec<_> = wrong.map(|place| scopes[place]).collect();
        let told = set(&wrong);
        let halo = Halo::that(move |asked| {
            if asked.iter().any(|scope| wrong.contains(scope)) {
                Err(unknown())
            } else {
                Ok(())
            }
        });
        match searched(&halo, &scopes).await {
            Ok(found) => assert_eq!(found.refused, told),
            Err(error) => assert_eq!((error, told.len()), (unknown(), scopes.len())),
        }
    }
}

#[tokio::test]
async fn fifteen_scopes_that_are_all_refused_are_all_asked_for() {
    let halo = Halo::that(|asked| match asked {
        ["o"] => Ok(()),
        _ => Err(unknown()),
    });
    let found = searched(&halo, &names(15)).await.unwrap();
    assert_eq!(found.accepted, ["o"], "the last one alone is accepted");
}

#[tokio::test]
async fn what_is_refused_only_beside_others_is_not_called_refused() {
    let together = Halo::that(|asked| {
        if asked.contains(&"b") && asked.contains(&"f") {
            Err(unknown())
        } else {
            Ok(())
        }
    });
    let found = searched(&together, &names(7)).await.unwrap();
    assert_eq!(found.accepted.len(), 6);
    assert_eq!((found.apart.len(), found.refused.len()), (1, 0));

    let too_many = Halo::that(|asked| {
        if asked.len() > 3 {
            Err(unknown())
        } else {
            Ok(())
        }
    });
    for count in [4, 7, 20] {
        let found = searched(&too_many, &names(count)).await;
        *too_many.asked.lock().unwrap() = 0;
        let found = found.unwrap();
        assert_eq!(found.accepted.len(), 3);
        assert_eq!(found.refused, set(&[]), "of {count}");
    }
}

#[tokio::test]
async fn what_came_is_kept_when_the_search_cannot_go_on() {
    for end in [
        HaloError::BudgetSpent,
        HaloError::Cancelled,
        HaloError::TimedOut {
            stage: Stage::Errand,
        },
        HaloError::RateLimited { retry_after: None },
        HaloError::TlsExpired { good: None },
    ] {
        let told = failure(&end);
        let left = Mutex::new(2);
        let halo = Halo::that(move |asked| {
            let mut left = left.lock().unwrap();
            if *left == 0 {
                return Err(end.clone());
            }
            *left -= 1;
            if asked.contains(&"h") {
                Err(unknown())
            } else {
                Ok(())
            }
        });
        let found = searched(&halo, &names(8)).await.unwrap();
        assert_eq!(found.accepted, ["a", "b", "c", "d", "e", "f"]);
        assert_eq!(halo.requests(), 3, "nothing is asked after the end");
        let expected = [("g".to_owned(), told), ("h".to_owned(), told)];
        assert_eq!(found.untold, BTreeMap::from(expected));
    }
}

#[tokio::test]
async fn a_denial_is_the_scopes_where_others_are_accepted_and_else_the_applications() {
    let scopes = names(8);
    for denied in 0..7 {
        let denied = scopes[denied];
        let halo = Halo::that(move |asked| {
            if asked.contains(&"h") {
                Err(unknown())
            } else if asked.contains(&denied) {
                Err(HaloError::UnauthorizedClient)
            } else {
                Ok(())
            }
        });
        let found = searched(&halo, &scopes).await.unwrap();
        assert_eq!(found.refused, set(&[denied, "h"]));
    }
    let never = Halo::that(|asked| {
        Err(if asked.contains(&"h") {
            unknown()
        } else {
            HaloError::UnauthorizedClient
        })
    });
    let error = searched(&never, &scopes).await.unwrap_err();
    assert_eq!(error, HaloError::UnauthorizedClient);
}

#[tokio::test]
async fn a_scope_that_a_server_stumbles_over_is_not_known_and_the_others_are() {
    let scopes = names(13);
    for stumbling in &scopes {
        for wrong in scopes.iter().filter(|wrong| *wrong != stumbling) {
            let (stumbling, wrong) = (*stumbling, *wrong);
            let halo = Halo::that(move |asked| {
                if asked.contains(&wrong) {
                    Err(unknown())
                } else if asked.contains(&stumbling) {
                    Err(HaloError::ServerError { status: 500 })
                } else {
                    Ok(())
                }
            });
            let found = searched(&halo, &scopes).await.unwrap();
            assert_eq!(found.refused, set(&[wrong]), "{stumbling} and {wrong}");
            let untold: Vec<_> = found.untold.into_iter().collect();
            assert_eq!(untold, [(stumbling.to_owned(), Failure::ServerError)]);
        }
    }
}

#[tokio::test]
async fn where_nothing_is_accepted_the_most_telling_answer_stands() {
    let failing = HaloError::ServerError { status: 500 };
    let stranger = HaloError::InvalidClient { description: None };
    for (error, requests) in [
        (failing, MOST_IN_VAIN),
        (stranger, 1),
        (HaloError::BudgetSpent, 1),
    ] {
        let told = error.clone();
        let halo = Halo::that(move |_| Err(error.clone()));
        assert_eq!(searched(&halo, &names(9)).await.unwrap_err(), told);
        assert_eq!(halo.requests(), requests, "{told}");
    }
    let narrowing = Halo::that(|asked| {
        Err(if asked.contains(&"a") {
            unknown()
        } else {
            HaloError::NoScopeGranted
        })
    });
    let error = searched(&narrowing, &names(9)).await.unwrap_err();
    assert_eq!(error, HaloError::NoScopeGranted);
}

#[tokio::test]
async fn what_is_known_and_not_ticked_stays_in_the_set() {
    let halo = Halo::that(|asked| match asked {
        asked if asked.contains(&"d") => Err(unknown()),
        asked if asked.contains(&"c") => Ok(()),
        _ => Err(HaloError::NoScopeGranted),
    });
    let found = searched(&halo, &names(4)).await.unwrap();
    assert_eq!(found.accepted, ["a", "b", "c"]);
    assert_eq!(found.refused, set(&["d"]));
}
