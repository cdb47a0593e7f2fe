/// The words shared by everything that has to do with models: how a call fails, how far a long job
/// has come, and how it is stopped.
///
/// The work is in the packages below: `catalog` (which models there are, where they come from),
/// `gguf` (the file format), `engine` (the worker process and langchain4j's interfaces on top of
/// it) and `llama` (the native runtime, inside the worker only). This package depends on none of
/// them.
@NullMarked
package org.fumikura.inference;

import org.jspecify.annotations.NullMarked;
