package org.fumikura.app.cli;

import picocli.CommandLine.Command;

/// `templates`: questions saved with variables.
@Command(
        name = "templates",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Questions saved under a name, with variables: `ask --template NAME --set VARIABLE=VALUE`.")
final class TemplatesCommand {}
