package org.fumikura.inference.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// What a saved state's bytes pass through on their way to and from the disk: a cipher, where the
/// library is encrypted. A state holds what its conversation says.
public interface StateSeal {
    /// Bytes as they are.
    StateSeal NONE =
            new StateSeal() {
                @Override
                public OutputStream sealing(OutputStream file) {
                    return file;
                }

                @Override
                public InputStream opening(InputStream file) {
                    return file;
                }
            };

    /// Writes sealed bytes to the file; closing it closes the file.
    OutputStream sealing(OutputStream file) throws IOException;

    /// Reads sealed bytes from the file; closing it closes the file.
    ///
    /// @throws IOException from it or from reading, if the bytes are not what was sealed
    InputStream opening(InputStream file) throws IOException;
}
