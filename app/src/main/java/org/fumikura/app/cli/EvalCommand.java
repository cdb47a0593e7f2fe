package org.fumikura.app.cli;

import picocli.CommandLine.Command;

/// `eval`: how good it is, on judged sets.
@Command(
        name = "eval",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Measure on judged sets.")
final class EvalCommand {}
