/// Local models behind langchain4j's interfaces, each in a worker process of its own.
///
/// A worker is a second JVM with the same class path. The parent speaks to it over a Unix domain
/// socket with length-prefixed messages ([org.fumikura.inference.engine.Request],
/// [org.fumikura.inference.engine.Response]) and starts a new one when it dies: a crash in native
/// code costs one answer. The runtime inside the worker is found through
/// [org.fumikura.inference.engine.NativeRuntime], so this package knows no binding.
///
/// May depend on `org.fumikura.inference`, `inference.gguf`, `inference.fit`, `inference.thinking`,
/// `inference.catalog`'s values, langchain4j-core and Jackson.
@NullMarked
package org.fumikura.inference.engine;

import org.jspecify.annotations.NullMarked;
