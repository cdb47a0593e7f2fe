package org.fumikura.inference.thinking;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;

/// Splits what a model writes into its thoughts and its answer, as it comes: marks cut between
/// pieces are put together, and what may still become one is held back. For one thread.
///
/// Thoughts are what stands between marks before the first word of the answer; later on the opening
/// mark is text like any other. An end that nothing opened, at the beginning of a line, says that
/// all before it was a thought: so does a model whose template, unseen here, opened it. What was
/// given out as the answer until then is in [#thoughts()] after it, no more in [#said()].
///
/// A thought that does not end is a thought to the end.
final class ThoughtSplitter {
    private final Consumer<String> thinking;
    private final Consumer<String> saying;
    private final StringBuilder held = new StringBuilder();
    private final StringBuilder thoughts = new StringBuilder();
    private final StringBuilder said = new StringBuilder();
    private Optional<ThinkingMarks> within = Optional.empty();
    private boolean thought;

    /// @param thinking takes thoughts, without marks
    /// @param saying takes the answer, without the empty lines between thoughts and it
    ThoughtSplitter(Consumer<String> thinking, Consumer<String> saying) {
        this.thinking = thinking;
        this.saying = saying;
    }

    void accept(String piece) {
        held.append(piece);
        while (step()) {
            // Each step takes something from what is held.
        }
    }

    /// Nothing more comes: what was held back is what it looks like.
    void end() {
        give(held.length());
    }

    /// The thoughts so far, stripped.
    String thoughts() {
        return thoughts.toString().strip();
    }

    /// The answer so far.
    String said() {
        return said.toString();
    }

    private boolean step() {
        if (within.isPresent()) {
            return thought(within.get());
        }
        return said.isEmpty() ? beginning() : answer();
    }

    private boolean thought(ThinkingMarks marks) {
        int end = held.indexOf(marks.close());
        if (end < 0) {
            give(held.length() - begun(marks.close()));
            return false;
        }
        give(end);
        held.delete(0, marks.close().length());
        within = Optional.empty();
        return true;
    }

    /// Before the first word of the answer.
    private boolean beginning() {
        String text = held.toString().stripLeading();
        Optional<ThinkingMarks> opened =
                Arrays.stream(ThinkingMarks.values())
                        .filter(marks -> text.startsWith(marks.open()))
                        .findFirst();
        if (opened.isPresent()) {
            within = opened;
            thought = true;
            if (!thoughts.isEmpty()) {
                thoughts.append("\n\n");
                thinking.accept("\n\n");
            }
            hold(text.substring(opened.get().open().length()));
            return true;
        }
        if (Arrays.stream(ThinkingMarks.values()).anyMatch(m -> m.open().startsWith(text))) {
            return false;
        }
        if (thought) {
            hold(text);
        }
        return answer();
    }

    private void hold(String text) {
        held.setLength(0);
        held.append(text);
    }

    private boolean answer() {
        Optional<ThinkingMarks> closed = thought ? Optional.empty() : firstEnd();
        if (closed.isEmpty()) {
            give(held.length() - (thought ? 0 : mostBegun()));
            return false;
        }
        String end = closed.get().close();
        give(held.indexOf(end));
        if (isAtLineStart()) {
            thought = true;
            thoughts.append(said);
            said.setLength(0);
            held.delete(0, end.length());
        } else {
            give(end.length());
        }
        return !held.isEmpty();
    }

    private void give(int length) {
        String text = held.substring(0, length);
        held.delete(0, length);
        if (within.isPresent()) {
            thoughts.append(text);
            tell(thinking, text);
        } else if (!(thought && said.isEmpty() && text.isBlank())) {
            said.append(text);
            tell(saying, text);
        }
    }

    private static void tell(Consumer<String> listener, String text) {
        if (!text.isEmpty()) {
            listener.accept(text);
        }
    }

    private boolean isAtLineStart() {
        String line = said.substring(said.lastIndexOf("\n") + 1);
        return line.isBlank();
    }

    private Optional<ThinkingMarks> firstEnd() {
        return Arrays.stream(ThinkingMarks.values())
                .filter(marks -> held.indexOf(marks.close()) >= 0)
                .min(Comparator.comparingInt(marks -> held.indexOf(marks.close())));
    }

    private int mostBegun() {
        return Arrays.stream(ThinkingMarks.values())
                .mapToInt(marks -> begun(marks.close()))
                .max()
                .orElse(0);
    }

    /// How many characters at the end of what is held may be the beginning of `mark`.
    private int begun(String mark) {
        int length = Math.min(mark.length() - 1, held.length());
        while (!mark.startsWith(held.substring(held.length() - length))) {
            length--;
        }
        return length;
    }
}
