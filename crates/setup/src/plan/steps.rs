//! Makes the steps and pages of the wizard from a plan.
