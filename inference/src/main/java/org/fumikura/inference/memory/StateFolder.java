package org.fumikura.inference.memory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fumikura.inference.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Saved states of conversations, each in a file named by the hash of what was said, the ones used
/// last kept within a bound. Everything in it can be computed again, so a fault of the disk costs
/// time and is never told. Safe for several threads of one process.
public final class StateFolder {
    private static final Logger LOG = LoggerFactory.getLogger(StateFolder.class);
    private static final String ENDING = ".state";

    private final Path folder;
    private final long mostBytes;
    private final InstantSource clock;

    /// A state on the disk.
    ///
    /// @param messages how many of a conversation's messages it holds
    record Kept(Path file, int messages) {}

    private record Used(Path file, FileTime at, long bytes) {}

    /// @param folder made when the first state is kept
    /// @param mostBytes for all states together
    public StateFolder(Path folder, long mostBytes, InstantSource clock) {
        this.folder = folder;
        this.mostBytes = mostBytes;
        this.clock = clock;
    }

    /// Where a conversation's state belongs.
    ///
    /// @param model whose states are asked for
    synchronized Path place(String model, List<Spoken> conversation) throws IOException {
        Files.createDirectories(folder);
        return file(model, conversation);
    }

    /// The state that holds most of a conversation's beginning, if it holds at least `least`
    /// messages. It counts as used now.
    synchronized Optional<Kept> longest(String model, List<Spoken> conversation, int least) {
        for (int count = conversation.size(); count >= Math.max(1, least); count--) {
            Path file = file(model, conversation.subList(0, count));
            if (Files.exists(file)) {
                touch(file);
                return Optional.of(new Kept(file, count));
            }
        }
        return Optional.empty();
    }

    /// Deletes a state that is of no more use.
    synchronized void drop(String model, List<Spoken> conversation) {
        delete(file(model, conversation));
    }

    /// Deletes what was used longest ago until the rest is within the bound.
    synchronized void trim() {
        List<Used> states = states();
        long bytes = states.stream().mapToLong(Used::bytes).sum();
        for (Used state : states) {
            if (bytes <= mostBytes) {
                return;
            }
            delete(state.file());
            bytes -= state.bytes();
        }
    }

    /// Deletes every state: somebody wants what they were made of forgotten.
    public synchronized void clear() {
        states().forEach(state -> delete(state.file()));
    }

    /// What was used longest ago first.
    private List<Used> states() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Used> states = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                states.add(new Used(file, Files.getLastModifiedTime(file), Files.size(file)));
            }
        } catch (IOException fault) {
            LOG.warn("Saved states cannot be listed: {}", fault.getClass().getSimpleName());
        }
        states.sort(Comparator.comparing(Used::at));
        return states;
    }

    private void touch(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        } catch (IOException fault) {
            LOG.debug("A saved state's time stays: {}", fault.getClass().getSimpleName());
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException fault) {
            LOG.warn("A saved state stays: {}", fault.getClass().getSimpleName());
        }
    }

    private Path file(String model, List<Spoken> conversation) {
        MessageDigest hash = Sha256.digest();
        add(hash, model);
        for (Spoken message : conversation) {
            add(hash, message.by().name());
            add(hash, message.text());
        }
        return folder.resolve(Sha256.hex(hash) + ENDING);
    }

    /// With its length, so that no two conversations run into the same bytes.
    private static void add(MessageDigest hash, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        hash.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        hash.update(bytes);
    }
}
