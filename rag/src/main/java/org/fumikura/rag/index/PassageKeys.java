package org.fumikura.rag.index;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.apache.lucene.util.BytesRef;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.PassageId;

/// Ids as index terms: the digest's 32 bytes, then for a passage chunker and ordinal as big-endian
/// integers. Bytes sort as the ids do, so Lucene can break ties by them.
final class PassageKeys {
    private static final int DIGEST = 32;
    private static final HexFormat HEX = HexFormat.of();

    private PassageKeys() {}

    static BytesRef key(DocumentId id) {
        return new BytesRef(HEX.parseHex(id.sha256()));
    }

    static BytesRef key(PassageId id) {
        return new BytesRef(
                ByteBuffer.allocate(DIGEST + 2 * Integer.BYTES)
                        .put(HEX.parseHex(id.document().sha256()))
                        .putInt(id.chunker())
                        .putInt(id.ordinal())
                        .array());
    }

    static DocumentId documentId(BytesRef key) {
        return new DocumentId(HEX.formatHex(key.bytes, key.offset, key.offset + DIGEST));
    }

    static PassageId passageId(BytesRef key) {
        ByteBuffer numbers = ByteBuffer.wrap(key.bytes, key.offset + DIGEST, key.length - DIGEST);
        return new PassageId(documentId(key), numbers.getInt(), numbers.getInt());
    }
}
