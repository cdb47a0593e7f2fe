package org.fumikura.rag.query;

import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/// A condition on files: only what lies in a file that it admits is searched.
public sealed interface FileFilter {
    /// Whether it admits a file.
    ///
    /// @param modified the day of the last change, in the person's time zone
    boolean admits(Path file, LocalDate modified);

    /// The filter as a person types it.
    String typed();

    /// A part of the name, in any case and width; with a slash, of the whole path. `*` stands for
    /// anything, `?` for one character.
    record Named(String part) implements FileFilter {
        @Override
        public String typed() {
            return FilterName.FILE.typed(part);
        }

        @Override
        public boolean admits(Path file, LocalDate modified) {
            String wanted = folded(part).replace('\\', '/');
            String name =
                    wanted.indexOf('/') >= 0
                            ? folded(file.toString()).replace('\\', '/')
                            : folded(String.valueOf(file.getFileName()));
            return wanted.indexOf('*') < 0 && wanted.indexOf('?') < 0
                    ? name.contains(wanted)
                    : glob(wanted).matcher(name).find();
        }

        private static Pattern glob(String wanted) {
            var regex = new StringBuilder();
            wanted.codePoints()
                    .forEach(c -> {
                        switch (c) {
                            case '*' -> regex.append(".*");
                            case '?' -> regex.append('.');
                            default -> regex.append(Pattern.quote(Character.toString(c)));
                        }
                    });
            return Pattern.compile("(?:^|/)" + regex + "$", Pattern.DOTALL);
        }
    }

    /// A kind of file, such as `pdf`, `docx` or `word`.
    record OfType(String type) implements FileFilter {
        @Override
        public String typed() {
            return FilterName.TYPE.typed(type);
        }

        @Override
        public boolean admits(Path file, LocalDate modified) {
            String name = folded(String.valueOf(file.getFileName()));
            return FileTypes.extensions(folded(type)).contains(name.substring(dot(name) + 1));
        }

        private static int dot(String name) {
            int dot = name.lastIndexOf('.');
            return dot < 0 ? name.length() - 1 : dot;
        }
    }

    /// Changed on that day or later.
    record Since(LocalDate day) implements FileFilter {
        @Override
        public String typed() {
            return FilterName.AFTER.typed(day.toString());
        }

        @Override
        public boolean admits(Path file, LocalDate modified) {
            return !modified.isBefore(day);
        }
    }

    /// Changed before that day.
    record Before(LocalDate day) implements FileFilter {
        @Override
        public String typed() {
            return FilterName.BEFORE.typed(day.toString());
        }

        @Override
        public boolean admits(Path file, LocalDate modified) {
            return modified.isBefore(day);
        }
    }

    /// All files but those that another filter admits.
    record Not(FileFilter filter) implements FileFilter {
        @Override
        public String typed() {
            return "-" + filter.typed();
        }

        @Override
        public boolean admits(Path file, LocalDate modified) {
            return !filter.admits(file, modified);
        }
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
