package org.fumikura.inference.ffm;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;
import org.fumikura.inference.engine.Turn;

/// Writes conversations by the template in the model's file. The library does not interpret that
/// template: it recognises the common families (ChatML, Llama, Gemma, Mistral, Phi, Granite and
/// some forty more) and writes them itself.
final class ChatTemplate {
    private final LlamaApi api;
    private final MemorySegment template;

    ChatTemplate(LlamaApi api, MemorySegment model) {
        this.api = api;
        template = api.llamaModelChatTemplate(model, MemorySegment.NULL);
    }

    /// The conversation up to where the answer begins.
    ///
    /// @throws InferenceException `TEMPLATE_UNKNOWN`
    String render(List<Turn> turns) {
        if (template.equals(MemorySegment.NULL)) {
            throw new InferenceException(Code.TEMPLATE_UNKNOWN, "none");
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment messages = arena.allocate(Struct.CHAT_MESSAGE.layout(), turns.size());
            long step = Struct.CHAT_MESSAGE.layout().byteSize();
            for (int i = 0; i < turns.size(); i++) {
                MemorySegment message = messages.asSlice(i * step, step);
                Turn turn = turns.get(i);
                String role = turn.role().name().toLowerCase(Locale.ROOT);
                // A zero would end the text early.
                String content = turn.text().replace('\0', ' ');
                Struct.CHAT_MESSAGE.set(message, "role", arena.allocateFrom(role));
                Struct.CHAT_MESSAGE.set(message, "content", arena.allocateFrom(content));
            }
            int length = apply(messages, turns.size(), MemorySegment.NULL, 0);
            MemorySegment buffer = arena.allocate(Math.max(1, length));
            apply(messages, turns.size(), buffer, length);
            return new String(
                    buffer.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE),
                    StandardCharsets.UTF_8);
        }
    }

    private int apply(MemorySegment messages, int count, MemorySegment buffer, int length) {
        int needed = api.llamaChatApplyTemplate(template, messages, count, true, buffer, length);
        if (needed < 0) {
            throw new InferenceException(Code.TEMPLATE_UNKNOWN, "unrecognised");
        }
        return needed;
    }
}
