/// Models on other machines: any server that speaks OpenAI's protocol (llama-server, vLLM, Ollama,
/// LM Studio, …), added by a person and used only when chosen. What is asked of them leaves this
/// machine.
///
/// Beside `inference.catalog` the only package that opens network connections. It may depend on
/// `org.fumikura.inference`, `inference.thinking`, langchain4j's client for that protocol and
/// Jackson; nothing of the engine.
@NullMarked
package org.fumikura.inference.remote;

import org.jspecify.annotations.NullMarked;
