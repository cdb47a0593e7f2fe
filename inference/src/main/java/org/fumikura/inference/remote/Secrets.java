package org.fumikura.inference.remote;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;

/// Keys of servers, each encrypted (AES-256-GCM) in a file that only the person may read. The key
/// they are encrypted with lies beside them, readable by the person alone: who copies the data
/// folder's other files, or sees them in a backup without it, learns nothing.
final class Secrets {
    private static final String MASTER = "master.key";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int MASTER_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    Secrets(Path folder) {
        this.folder = folder;
    }

    /// Keeps a secret in the place of an earlier one.
    void put(String name, String secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Files.createDirectories(folder);
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, name, nonce);
            byte[] sealed = cipher.doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] content =
                    ByteBuffer.allocate(nonce.length + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array();
            Path part = folder.resolve(file(name).getFileName() + ".part");
            Files.deleteIfExists(part);
            write(part, content);
            Files.move(part, file(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | GeneralSecurityException e) {
            throw new InferenceException(Code.IO_FAILED, folder.toString(), e);
        }
    }

    /// The secret, if one is kept.
    ///
    /// @throws InferenceException `IO_FAILED` if it cannot be read or was tampered with
    Optional<String> get(String name) {
        if (!Files.exists(file(name))) {
            return Optional.empty();
        }
        try {
            byte[] content = Files.readAllBytes(file(name));
            byte[] nonce = Arrays.copyOf(content, NONCE_BYTES);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, name, nonce);
            int length = Math.max(0, content.length - NONCE_BYTES);
            byte[] secret = cipher.doFinal(content, content.length - length, length);
            return Optional.of(new String(secret, StandardCharsets.UTF_8));
        } catch (IOException | GeneralSecurityException e) {
            throw new InferenceException(Code.IO_FAILED, file(name).toString(), e);
        }
    }

    /// Forgets a secret.
    void remove(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new InferenceException(Code.IO_FAILED, file(name).toString(), e);
        }
    }

    /// Bound to the name, so that no secret can be put in another's place.
    private Cipher cipher(int mode, String name, byte[] nonce)
            throws IOException, GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(
                mode, new SecretKeySpec(master(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private byte[] master() throws IOException {
        Path file = folder.resolve(MASTER);
        if (!Files.exists(file)) {
            byte[] fresh = new byte[MASTER_BYTES];
            random.nextBytes(fresh);
            try {
                write(file, fresh);
            } catch (FileAlreadyExistsException another) {
                // Another process was first: its key is the one.
            }
        }
        return Files.readAllBytes(file);
    }

    /// A new file of the person's own; where the file system has no such rights (Windows) the
    /// person's profile folder gives them.
    private void write(Path file, byte[] content) throws IOException {
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
        FileAttribute<?>[] rights =
                posix
                        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                        : new FileAttribute<?>[0];
        try (var channel =
                Files.newByteChannel(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        rights)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".secret");
    }
}
