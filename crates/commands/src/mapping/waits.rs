//! Waits that the other side imposes, shown while work goes on.

use halo::Errand;

use super::Progress;

/// Shows every wait that the other side imposes, for as long as the work lasts.
pub(crate) async fn showing_waits<T>(
    errand: &Errand,
    progress: &Progress,
    work: impl Future<Output = T>,
) -> T {
    let mut waiting = errand.waiting();
    let waits = async {
        loop {
            let seconds = waiting
                .borrow_and_update()
                .map(|wait| u32::try_from(wait.seconds).unwrap_or(u32::MAX));
            progress.waiting(seconds);
            if waiting.changed().await.is_err() {
                std::future::pending::<()>().await;
            }
        }
    };
    tokio::select! {
        done = work => done,
        () = waits => unreachable!("waits are shown until the work ends"),
    }
}
