//! Numbers that look random and are the same on every run: the practice tenant must not change
//! between two looks at it.
//!
//! Nothing here is fit for secrets; the practice credentials are meant to be known.

/// A hash of text, the same on every machine (FNV-1a).
pub(crate) fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |state, byte| {
        (state ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// A number from `seed` and `index`, evenly spread (`SplitMix64`).
pub(crate) fn spread(seed: u64, index: u64) -> u64 {
    let mut mixed = seed.wrapping_add(index.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// A number below `bound` from `seed` and `index`.
pub(crate) fn below(seed: u64, index: u64, bound: usize) -> usize {
    let bound = u64::try_from(bound.max(1)).expect("a bound fits in 64 bits");
    usize::try_from(spread(seed, index) % bound).expect("it is below a usize")
}

/// One of `choices` from `seed` and `index`.
pub(crate) fn pick<T: Copy>(choices: &[T], seed: u64, index: u64) -> T {
    choices[below(seed, index, choices.len())]
}

/// A GUID from a name and a purpose.
pub(crate) fn guid(name: &str, purpose: &str) -> String {
    let seed = hash(purpose) ^ hash(name).rotate_left(17);
    let high = u128::from(spread(seed, 0)) << 64;
    uuid::Builder::from_random_bytes((high | u128::from(spread(seed, 1))).to_be_bytes())
        .into_uuid()
        .hyphenated()
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_name_gives_the_same_guid_in_the_usual_shape() {
        let guid_of_acme = guid("acme", "id");
        assert_eq!(guid_of_acme, guid("acme", "id"));
        assert_ne!(guid_of_acme, guid("acme", "secret"));
        assert_ne!(guid_of_acme, guid("acmf", "id"));
        let lengths: Vec<usize> = guid_of_acme.split('-').map(str::len).collect();
        assert_eq!(lengths, [8, 4, 4, 4, 12]);
    }
}
