//! Turns the learnt models from text into the tables that the program uses, so that it has nothing to read when it starts.

#[path = "src/model/tables.rs"]
mod tables;

use std::path::Path;
use std::{env, fs};

fn main() {
    let out = env::var_os("OUT_DIR").expect("cargo says where to write");
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=src/model/tables.rs");
    for name in ["first", "second"] {
        let from = format!("src/model/{name}.txt");
        println!("cargo:rerun-if-changed={from}");
        let text = fs::read_to_string(&from).expect("the models are in the repository");
        let to = Path::new(&out).join(format!("{name}.bin"));
        fs::write(to, tables::packed(&tables::read(&text)))
            .expect("cargo's folder can be written to");
    }
}
