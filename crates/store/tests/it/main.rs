//! The store on a real disk: what it keeps, refuses, survives and sets aside.

mod connections;
mod damage;
mod folder;
mod kill;
mod mappings;
mod profiles;
mod reports;
mod secrets;
mod settings;
mod writings;
