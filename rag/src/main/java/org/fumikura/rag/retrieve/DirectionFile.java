package org.fumikura.rag.retrieve;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.CRC32;

/// The common direction of one embedder, kept on the disk: format, name of the model, how many
/// passages there were, the vector as 32-bit floats, and a CRC-32 of all that. It can be deleted,
/// and costs a second then.
///
/// @param path in a folder that is there
record DirectionFile(Path path) {
    /// Changes with the bytes, and with how the direction is made.
    private static final int FORMAT = 0x46444901;

    private static final int LARGEST_FILE = 1 << 20;

    /// What is kept.
    @SuppressWarnings("ArrayRecordComponent")
    record Kept(String model, int passages, float[] vector) {}

    /// What the file holds; empty if there is none, or none of this format, or it is damaged.
    Optional<Kept> read() {
        try {
            if (Files.notExists(path) || Files.size(path) > LARGEST_FILE) {
                return Optional.empty();
            }
            byte[] all = Files.readAllBytes(path);
            int length = Math.max(0, all.length - Long.BYTES);
            if (ByteBuffer.wrap(all, length, all.length - length).getLong()
                    != checksum(all, length)) {
                return Optional.empty();
            }
            var in = new DataInputStream(new ByteArrayInputStream(all, 0, length));
            if (in.readInt() != FORMAT) {
                return Optional.empty();
            }
            String model = in.readUTF();
            int passages = in.readInt();
            float[] vector = new float[in.available() / Float.BYTES];
            for (int i = 0; i < vector.length; i++) {
                vector[i] = in.readFloat();
            }
            return Optional.of(new Kept(model, passages, vector));
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        }
    }

    /// Keeps it, in the place of what was there. Where nothing may be written, nothing is kept.
    void write(Kept kept) {
        try {
            var bytes = new ByteArrayOutputStream();
            var out = new DataOutputStream(bytes);
            out.writeInt(FORMAT);
            out.writeUTF(kept.model());
            out.writeInt(kept.passages());
            for (float component : kept.vector()) {
                out.writeFloat(component);
            }
            byte[] all = bytes.toByteArray();
            out.writeLong(checksum(all, all.length));
            Path part = Files.createTempFile(path.toAbsolutePath().getParent(), "direction", "");
            try {
                Files.write(part, bytes.toByteArray());
                Files.move(
                        part,
                        path,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException notKept) {
            // The next process makes it again.
        }
    }

    private static long checksum(byte[] bytes, int length) {
        var crc = new CRC32();
        crc.update(bytes, 0, length);
        return crc.getValue();
    }
}
