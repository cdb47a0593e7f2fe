package org.fumikura.app.cli;

import picocli.CommandLine.Command;

/// `models`: the language models on this machine.
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "List, get, import, choose, verify and remove models.")
final class ModelsCommand {}
