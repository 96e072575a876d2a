//! Asks a real address who it is: `cargo run -p halo --example discover -- acme.halopsa.com`.
//!
//! For trying things by hand. Nothing secret is asked for or sent.
#![expect(clippy::print_stdout, reason = "a program for the terminal")]

use std::{env, error::Error, time::Duration};

use halo::{Errand, Limits, Overrides, Transport, discover};
use tokio_util::sync::CancellationToken;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let pasted = env::args()
        .nth(1)
        .ok_or("give an address, such as acme.halopsa.com")?;
    let transport = Transport::new(Limits::default());
    let errand = Errand::new(30, Duration::from_mins(1), CancellationToken::new());
    let found = discover(&transport, &errand, &pasted.parse()?, &Overrides::default()).await?;
    println!("{found:#?}\n{} requests", errand.requests());
    Ok(())
}
