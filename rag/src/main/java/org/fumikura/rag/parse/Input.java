package org.fumikura.rag.parse;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;

/// What a parser reads: a file, or one that lies inside another.
sealed interface Input {
    /// The name of the file alone, without folders.
    String name();

    /// The size in bytes.
    long size() throws IOException;

    /// All of it.
    byte[] bytes() throws IOException;

    /// A new channel at its start, to be closed by the caller.
    SeekableByteChannel channel() throws IOException;

    /// It as PDFBox reads; to be closed by the caller.
    RandomAccessRead randomAccess() throws IOException;

    /// A new stream that tells `metadata` its name; to be closed by the caller.
    TikaInputStream stream(Metadata metadata) throws IOException;

    /// A file on disk.
    record OnDisk(Path path) implements Input {
        @Override
        public String name() {
            return String.valueOf(path.getFileName());
        }

        @Override
        public long size() throws IOException {
            return Files.size(path);
        }

        @Override
        public byte[] bytes() throws IOException {
            return Files.readAllBytes(path);
        }

        @Override
        public SeekableByteChannel channel() throws IOException {
            return Files.newByteChannel(path);
        }

        @Override
        public RandomAccessRead randomAccess() throws IOException {
            return new RandomAccessReadBufferedFile(path);
        }

        @Override
        public TikaInputStream stream(Metadata metadata) throws IOException {
            return TikaInputStream.get(path, metadata);
        }
    }

    /// A file taken out of another. `bytes` are borrowed and never changed.
    @SuppressWarnings("ArrayRecordComponent") // Not a value: nobody compares members.
    record InMemory(String name, byte[] bytes) implements Input {
        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public SeekableByteChannel channel() {
            return new SeekableInMemoryByteChannel(bytes);
        }

        @Override
        public RandomAccessRead randomAccess() {
            return new RandomAccessReadBuffer(bytes);
        }

        @Override
        public TikaInputStream stream(Metadata metadata) throws IOException {
            metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
            return TikaInputStream.get(bytes, metadata);
        }
    }
}
