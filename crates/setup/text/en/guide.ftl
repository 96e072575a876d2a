# The words of the steps and pages of the wizard.
