//! Renders the contract as TypeScript: the types by `ts-rs`, the table of commands by the list.
//!
//! Called by the test that pins `ui/src/lib/backend/contract.gen.ts`; the same test, told to
//! update, writes that file.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};

use ts_rs::{Config, TS, TypeVisitor};

/// Collects the types that commands use.
#[derive(Default)]
pub struct Types {
    seen: HashSet<TypeId>,
    declarations: BTreeMap<String, String>,
}

impl Types {
    /// Adds a type and everything it refers to.
    ///
    /// # Panics
    /// When two types of the contract have the same name: TypeScript could not tell them apart.
    pub fn add<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        // Only types with a file of their own have a declaration; strings and lists have none.
        if <T as TS>::output_path().is_some() {
            let config = config();
            let docs = <T as TS>::docs().unwrap_or_default();
            let declaration = format!("{docs}export {}", <T as TS>::decl(&config));
            let name = <T as TS>::ident(&config);
            let twin = self.declarations.insert(name.clone(), declaration);
            assert!(
                twin.is_none(),
                "two types of the contract are called {name}"
            );
        }
        <T as TS>::visit_dependencies(self);
        <T as TS>::visit_generics(self);
    }

    /// The whole file: declarations by name, then the table of commands.
    pub fn render(&self, commands: &[(&str, String, String)]) -> String {
        let mut file = String::from(
            "// Written by the contract test of the commands crate from its Rust types.\n\
             // Do not edit: `UPDATE=1 cargo test -p commands contract` writes it anew.\n\n",
        );
        for declaration in self.declarations.values() {
            file.push_str(declaration);
            file.push_str("\n\n");
        }
        file.push_str(
            "/** Every command with its request and its reply. */\nexport type Commands = {\n",
        );
        for (name, request, reply) in commands {
            file.push_str("  ");
            file.push_str(name);
            file.push_str(": { request: ");
            file.push_str(request);
            file.push_str("; reply: ");
            file.push_str(reply);
            file.push_str(" };\n");
        }
        file.push_str("};\n");
        file
    }
}

/// Numbers cross as JSON numbers, never as `bigint`.
pub(crate) fn config() -> Config {
    Config::default().with_large_int("number")
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.add::<T>();
    }
}
