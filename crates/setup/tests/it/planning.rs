//! From a profile and answers to the plan, its pages, the vendor's form and the way back.

mod asks;
mod conditions;
mod every_plan;
mod findings;
mod first_page;
mod form;
mod invented;
mod lantern;
mod pages;
mod snapshots;
mod wanted;
mod way_back;
