package org.fumikura.app.cli;

import picocli.CommandLine.Command;

/// `library`: the files in it.
@Command(
        name = "library",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "List the files of the library, or take files out.")
final class LibraryCommand {}
