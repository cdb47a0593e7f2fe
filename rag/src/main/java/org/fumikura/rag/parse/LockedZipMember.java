package org.fumikura.rag.parse;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.io.inputstream.ZipInputStream;
import net.lingala.zip4j.model.FileHeader;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/// Members of ZIP archives that a password locks, by Zip4j, which knows both kinds of lock (the old
/// ZipCrypto and AES); Commons Compress, which finds the members, knows none.
final class LockedZipMember {
    private LockedZipMember() {}

    /// The member's content, to be closed by the caller.
    ///
    /// @throws PasswordRequiredException if the password does not open it
    static InputStream open(Input input, ZipArchiveEntry entry, String password)
            throws IOException {
        if (password.isEmpty()) {
            throw new PasswordRequiredException(entry.getName());
        }
        SeekableByteChannel channel = input.channel();
        try {
            channel.position(entry.getLocalHeaderOffset());
            var member =
                    new ZipInputStream(
                            new BufferedInputStream(Channels.newInputStream(channel)),
                            password.toCharArray());
            if (member.getNextEntry(sizes(entry), false) == null) {
                throw new IOException("no member where the archive says");
            }
            return member;
        } catch (ZipException refused) {
            channel.close();
            switch (refused.getType()) {
                case WRONG_PASSWORD, UNSUPPORTED_ENCRYPTION ->
                        throw new PasswordRequiredException(entry.getName());
                default -> throw refused;
            }
        } catch (IOException | RuntimeException fault) {
            channel.close();
            throw fault;
        }
    }

    /// What the list of members knows; in front of a member that was packed in one go it is
    /// missing.
    private static FileHeader sizes(ZipArchiveEntry entry) {
        var header = new FileHeader();
        header.setCrc(entry.getCrc());
        header.setCompressedSize(entry.getCompressedSize());
        header.setUncompressedSize(entry.getSize());
        return header;
    }
}
