"""Keeping what people wrote: copies that can be brought back, and the proof that they can.

A copy is one file: an age stream (age-encryption.org) around a tar archive. In it lie the database, the files that
people handed in, and last of all a manifest that says what each of them has to be. Nothing here needs Django to read
a copy, so that one can be looked at, and brought back, where no Kith stands yet.
"""
