/// A current llama.cpp, from shared libraries, through the Foreign Function and Memory API: no
/// compiler, no JNI. Runs inside a worker process and nowhere else.
///
/// [org.fumikura.inference.ffm.LlamaApi] declares the C functions,
/// [org.fumikura.inference.ffm.Struct] lays out the structures by hand,
/// [org.fumikura.inference.ffm.NativeBinding] joins both to a library;
/// [org.fumikura.inference.ffm.LlamaLibrary] refuses every library whose version or defaults are
/// not those the layouts were written for. On top of it,
/// [org.fumikura.inference.ffm.CachedSequence] keeps the conversation's tokens and their cache
/// together, and [org.fumikura.inference.ffm.FfmChatModel] speaks the engine's language.
///
/// What ends the process and is guarded here before the call: a batch of more tokens than the
/// context takes ([org.fumikura.inference.ffm.TokenBatch]), sampling where no logits are
/// ([org.fumikura.inference.ffm.CachedSequence]), accepting a token that the grammar forbids
/// ([org.fumikura.inference.ffm.GrammarRules]), reading a state from a damaged file (never done:
/// the engine checks the bytes and hands over a buffer).
///
/// May depend on `inference.engine`'s runtime interfaces.
@NullMarked
package org.fumikura.inference.ffm;

import org.jspecify.annotations.NullMarked;
