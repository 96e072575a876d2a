//! Halo's scopes: which exist, which include others, and which one a misspelt name may mean.
