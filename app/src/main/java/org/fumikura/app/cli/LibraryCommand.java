package org.fumikura.app.cli;

import picocli.CommandLine.Command;

/// `library`: the files in it.
@Command(
        name = "library",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "List the files of the library, take files out, unlock them, teach it words, move it to"
                        + " another machine, check and compact it.")
final class LibraryCommand {}
