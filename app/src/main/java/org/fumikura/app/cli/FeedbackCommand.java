package org.fumikura.app.cli;

import picocli.CommandLine.Command;

/// `feedback`: what the person thinks of answers.
@Command(
        name = "feedback",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "What you think of answers, given with the thumbs in the window and by comparing two answers.")
final class FeedbackCommand {}
