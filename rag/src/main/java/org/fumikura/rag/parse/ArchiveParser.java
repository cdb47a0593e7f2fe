package org.fumikura.rag.parse;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.apache.commons.io.input.CloseShieldInputStream;

/// Archives by Commons Compress: each member is read as if it lay on disk, under its path as a
/// heading. A file that is only compressed is an archive of one.
final class ArchiveParser implements FormatParser {
    private static final String ZIP = "application/zip";
    private static final String SEVEN_Z = "application/x-7z-compressed";
    private static final Set<String> TAR = Set.of("application/x-tar", "application/x-gtar");
    private static final Set<String> LOCKABLE = Set.of(ZIP, SEVEN_Z);
    private static final Map<String, String> COMPRESSED =
            Map.of(
                    "application/gzip", CompressorStreamFactory.GZIP,
                    "application/x-bzip2", CompressorStreamFactory.BZIP2,
                    "application/x-xz", CompressorStreamFactory.XZ);
    private static final int MAX_DICTIONARY_KIB = 128 * 1024;
    private static final Pattern COMPRESSED_NAME = Pattern.compile("(?i)\\.(t?)(?:gz|bz2?|xz)$");
    // What systems leave in archives without being asked.
    private static final Pattern DROPPINGS =
            Pattern.compile("(?i)(?:.*/)?(?:__MACOSX/.*|\\.DS_Store|Thumbs\\.db|desktop\\.ini)");

    /// Whether files of `mediaType` are for this parser.
    static boolean supports(String mediaType) {
        return mediaType.equals(ZIP)
                || mediaType.equals(SEVEN_Z)
                || TAR.contains(mediaType)
                || COMPRESSED.containsKey(mediaType);
    }

    @Override
    public ParseOutcome parse(Input input, String mediaType, Unpacking unpacking)
            throws IOException {
        var assembly = new TextAssembly();
        boolean unlocking =
                LOCKABLE.contains(mediaType) && !unpacking.options().password().isEmpty();
        var members = new Members(unpacking, assembly, unlocking);
        try {
            switch (mediaType) {
                case ZIP -> zip(input, unpacking.options().password(), members);
                case SEVEN_Z -> sevenZ(input, unpacking.options().password(), members);
                default -> stream(input, mediaType, members);
            }
        } catch (PasswordRequiredException _) {
            return new ParseOutcome.NeedsPassword();
        }
        return members.allLocked()
                ? new ParseOutcome.NeedsPassword()
                : assembly.finish("", mediaType);
    }

    private static void zip(Input input, String password, Members members) throws IOException {
        ZipFile opened;
        try {
            opened = ZipFile.builder().setSeekableByteChannel(input.channel()).get();
        } catch (IOException _) {
            // The list of members, which a zip ends with, is not there.
            cutShort(input, members);
            return;
        }
        try (ZipFile archive = opened) {
            for (ZipArchiveEntry entry : Collections.list(archive.getEntriesInPhysicalOrder())) {
                if (!entry.isDirectory()) {
                    members.add(name(entry), () -> open(input, archive, entry, password));
                }
            }
        }
    }

    /// Reads a zip that was not downloaded to its end: member after member, as far as they come.
    private static void cutShort(Input input, Members members) throws IOException {
        try (var bytes = new BufferedInputStream(Channels.newInputStream(input.channel()));
                var archive = new ZipArchiveInputStream(bytes, "UTF-8", true, true)) {
            for (var entry = archive.getNextEntry();
                    entry != null;
                    entry = archive.getNextEntry()) {
                if (!entry.isDirectory()) {
                    members.add(name(entry), () -> CloseShieldInputStream.wrap(archive));
                }
            }
        }
    }

    private static InputStream open(
            Input input, ZipFile archive, ZipArchiveEntry entry, String password)
            throws IOException {
        return entry.getGeneralPurposeBit().usesEncryption()
                ? LockedZipMember.open(input, entry, password)
                : archive.getInputStream(entry);
    }

    /// Names are in UTF-8 where the archive says so, and else in whatever its maker's system used.
    private static String name(ZipArchiveEntry entry) {
        return entry.getGeneralPurposeBit().usesUTF8ForNames()
                        || entry.getNameSource() != ZipArchiveEntry.NameSource.NAME
                ? entry.getName()
                : TextDecoder.decode(entry.getRawName());
    }

    private static void sevenZ(Input input, String password, Members members) throws IOException {
        var builder =
                SevenZFile.builder()
                        .setSeekableByteChannel(input.channel())
                        .setMaxMemoryLimitKiB(MAX_DICTIONARY_KIB)
                        .setUseDefaultNameForUnnamedEntries(true);
        if (!password.isEmpty()) {
            builder.setPassword(password);
        }
        try (SevenZFile archive = builder.get()) {
            for (var entry = archive.getNextEntry();
                    entry != null;
                    entry = archive.getNextEntry()) {
                var current = entry;
                if (entry.hasStream() && !entry.isDirectory()) {
                    members.add(entry.getName(), () -> archive.getInputStream(current));
                }
            }
        }
    }

    private static void stream(Input input, String mediaType, Members members) throws IOException {
        try (var bytes = new BufferedInputStream(Channels.newInputStream(input.channel()))) {
            if (TAR.contains(mediaType)) {
                tar(bytes, members);
                return;
            }
            String name = COMPRESSED_NAME.matcher(input.name()).replaceFirst("");
            String tarred = input.name().matches("(?i).*\\.t(?:gz|bz2?|xz)") ? ".tar" : "";
            try (InputStream content =
                    new CompressorStreamFactory(true, MAX_DICTIONARY_KIB)
                            .createCompressorInputStream(COMPRESSED.get(mediaType), bytes)) {
                members.add(name + tarred, () -> content);
            }
        } catch (CompressorException e) {
            throw new IOException(e);
        }
    }

    private static void tar(InputStream bytes, Members members) throws IOException {
        try (var archive = new TarArchiveInputStream(bytes)) {
            for (var entry = archive.getNextEntry();
                    entry != null;
                    entry = archive.getNextEntry()) {
                if (entry.isFile()) {
                    members.add(entry.getName(), () -> CloseShieldInputStream.wrap(archive));
                }
            }
        }
    }

    /// Reads the members of an archive and remembers whether they were all locked.
    private static final class Members {
        private final Unpacking unpacking;
        private final TextAssembly assembly;
        private final boolean unlocking;
        private boolean locked;
        private boolean open;

        /// @param unlocking whether a password was given, which, if wrong, brings broken members
        Members(Unpacking unpacking, TextAssembly assembly, boolean unlocking) {
            this.unpacking = unpacking;
            this.assembly = assembly;
            this.unlocking = unlocking;
        }

        void add(String path, Unpacking.Content content) {
            String name = path.replace('\\', '/');
            if (DROPPINGS.matcher(name).matches()) {
                return;
            }
            Member member = unpacking.read(Unpacking.Container.ARCHIVE, name, content);
            member.addTo(assembly, 1);
            boolean needsPassword =
                    switch (member.outcome()) {
                        case ParseOutcome.NeedsPassword _ -> true;
                        case ParseOutcome.Damaged _ -> unlocking;
                        default -> false;
                    };
            locked |= needsPassword;
            open |= !needsPassword;
        }

        boolean allLocked() {
            return locked && !open;
        }
    }
}
