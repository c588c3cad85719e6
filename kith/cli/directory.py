"""The commands of the directory: their options stand beside what they do, in the directory itself."""

from kith.cli.ground import start_django

IN_SHORT = {
    "directory": "read a directory in, or write its public part out",
    "places": "take in where postcodes and named places are",
    "vocabulary": "take in ideas and phrases, or write out those that were added",
    "find": "search the directory, with reasons",
    "leaflet": "read a photograph, scan or PDF of a leaflet into a draft",
}


def add_to(commands, *, asked_for: list[str]) -> None:
    """Only a person who asks for one of these waits for the directory to be loaded."""
    if not set(asked_for) & set(IN_SHORT):
        for word, help_text in IN_SHORT.items():
            commands.add_parser(word, help=help_text)
        return
    start_django()
    from kith.directory import commands as directory
    from kith.directory import places_command, vocabulary_command

    directory.add_to(commands)
    places_command.add_to(commands)
    vocabulary_command.add_to(commands)
