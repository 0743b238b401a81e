"""Mutation testing of what reads money: is there a test that notices when a line of it is wrong? (docs/fuzzing.md)"""
