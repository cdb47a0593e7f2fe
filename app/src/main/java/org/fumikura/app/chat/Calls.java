package org.fumikura.app.chat;

import java.util.function.Supplier;
import org.fumikura.app.template.Templates;

/// What can be called after a slash.
///
/// @param tasks on documents
/// @param templates the person's own, as they are now
public record Calls(ChatTasks tasks, Supplier<Templates> templates) {}
