package org.fumikura.inference.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.data.message.ChatMessageType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.fumikura.inference.memory.StateFolder.Kept;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
    private static final Spoken RULES = new Spoken(ChatMessageType.SYSTEM, "Be brief.");
    private static final Spoken FIRST = new Spoken(ChatMessageType.USER, "Who?");
    private static final Spoken REPLY = new Spoken(ChatMessageType.AI, "She.");
    private static final Spoken SECOND = new Spoken(ChatMessageType.USER, "When?");

    @TempDir private Path temporary;
    private final AtomicLong clock = new AtomicLong(1_000_000);
    private StateFolder states = new StateFolder(Path.of(""), 0, Instant::now);

    @BeforeEach
    void open() {
        states =
                new StateFolder(
                        temporary.resolve("states"),
                        250,
                        () -> Instant.ofEpochSecond(clock.incrementAndGet()));
    }

    @Test
    void theLongestBeginningIsFound() throws IOException {
        keep("m", List.of(RULES), 10);
        Path longer = keep("m", List.of(RULES, FIRST, REPLY), 10);
        List<Spoken> asked = List.of(RULES, FIRST, REPLY, SECOND);
        assertEquals(Optional.of(new Kept(longer, 3)), states.longest("m", asked, 1));
        assertEquals(Optional.empty(), states.longest("m", asked, 4));
        assertEquals(Optional.empty(), states.longest("another model", asked, 1));
        assertEquals(
                1, states.longest("m", List.of(RULES, SECOND), 1).map(Kept::messages).orElse(0));
    }

    @Test
    void otherWordsOrAnotherSpeakerAreAnotherConversation() throws IOException {
        Path ab = states.place("m", List.of(spoken("a"), spoken("b")));
        assertNotEquals(ab, states.place("m", List.of(spoken("ab"))));
        assertNotEquals(
                states.place("m", List.of(spoken("a"))),
                states.place("m", List.of(new Spoken(ChatMessageType.AI, "a"))));
    }

    @Test
    void whatWasUsedLongestAgoGoesFirst() throws IOException {
        Path old = keep("m", List.of(spoken("old")), 100);
        Path middle = keep("m", List.of(spoken("middle")), 100);
        Path fresh = keep("m", List.of(spoken("new")), 100);
        states.longest("m", List.of(spoken("old")), 1);
        states.longest("m", List.of(spoken("new")), 1);
        states.trim();
        assertTrue(Files.exists(old));
        assertFalse(Files.exists(middle));
        assertTrue(Files.exists(fresh));
    }

    @Test
    void clearingForgetsEverything() throws IOException {
        Path kept = keep("m", List.of(RULES), 10);
        Path dropped = keep("m", List.of(FIRST), 10);
        states.drop("m", List.of(FIRST));
        assertFalse(Files.exists(dropped));
        assertTrue(Files.exists(kept));
        states.clear();
        assertFalse(Files.exists(kept));
    }

    private Path keep(String model, List<Spoken> conversation, int bytes) throws IOException {
        Path file = Files.write(states.place(model, conversation), new byte[bytes]);
        states.longest(model, conversation, 1);
        return file;
    }

    private static Spoken spoken(String text) {
        return new Spoken(ChatMessageType.USER, text);
    }
}
