"""The servers that people run, from Debian's packages, each started for a test run and ended with it."""
