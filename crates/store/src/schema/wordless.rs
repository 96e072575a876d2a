//! Takes the sentences out of kept comparisons. Earlier versions kept with each change the words
//! that were shown for it; now a change is kept as data and said in today's words.

/// Leaves everything else of a report as it is; a report of another shape is left alone.
pub(super) const WORDLESS: &str = "UPDATE reports SET body = json_set(
        body,
        '$.compared.changes',
        (SELECT json(json_group_array(json(json_remove(value, '$.text')) ORDER BY key))
         FROM json_each(reports.body, '$.compared.changes')))
    WHERE json_type(body, '$.compared.changes') = 'array'
    AND NOT EXISTS (SELECT 1 FROM json_each(reports.body, '$.compared.changes')
                    WHERE type <> 'object');";

#[cfg(test)]
mod tests {
    use rusqlite::Connection;
    use rusqlite_migration::{M, Migrations};
    use serde_json::{Value, json};

    use super::super::{EXTENTS, FIRST, MAPPINGS, PROFILES, migrate};

    #[test]
    fn kept_changes_lose_their_sentences_and_nothing_else() {
        let mut database = Connection::open_in_memory().unwrap();
        let earlier = [
            M::up(FIRST),
            M::up(PROFILES),
            M::up(EXTENTS),
            M::up(MAPPINGS),
        ];
        Migrations::from_slice(&earlier)
            .to_latest(&mut database)
            .unwrap();
        let change = |about: &str| {
            json!({
                "about": about, "kind": "removed", "effect": "worse", "names": ["read:tickets", "\"é"],
                "was": null, "now": null, "findings": ["scope:read:tickets"],
                "after": "2026-11-03T09:10:00Z", "by": "2026-11-10T09:10:00Z",
            })
        };
        let with_words = |about: &str| {
            let mut change = change(about);
            change["text"] = json!("Scope read:tickets was removed.");
            change
        };
        let report = json!({
            "report": { "text": "stays" }, "facts": { "counts": [9_007_199_254_740_993_i64, 0.1] },
            "complete": true,
        });
        let body = |changes: Value| {
            let mut body = report.clone();
            body["compared"] = json!({ "with": "w", "good": true, "changes": changes });
            body
        };
        let before = [
            body(json!([
                with_words("scope"),
                with_words("team"),
                with_words("agents")
            ])),
            body(json!([])),
            report.clone(),
            body(json!(["of another shape"])),
            json!(7),
        ];
        let after = [
            body(json!([change("scope"), change("team"), change("agents")])),
            body(json!([])),
            report.clone(),
            body(json!(["of another shape"])),
            json!(7),
        ];
        database
            .execute(
                "INSERT INTO connections
                 VALUES ('a', 'A', 'a', 'p', 'built-in', 'c', 'c', NULL, NULL, NULL, 'none', NULL)",
                [],
            )
            .unwrap();
        for body in &before {
            database
                .execute(
                    "INSERT INTO reports (connection_id, made, good, extent, body)
                     VALUES ('a', 'm', 1, 'whole', ?1)",
                    [body.to_string()],
                )
                .unwrap();
        }

        migrate(&mut database).unwrap();
        let bodies: Vec<Value> = database
            .prepare("SELECT body FROM reports ORDER BY number")
            .unwrap()
            .query_map([], |row| row.get::<_, String>(0))
            .unwrap()
            .map(|body| serde_json::from_str(&body.unwrap()).unwrap())
            .collect();
        assert_eq!(bodies, after);
    }
}
