package org.fumikura.rag;

/// Identifies a document by its content: the SHA-256 of the file's bytes, 64 lower-case hexadecimal
/// digits. Two files with the same bytes are one document.
public record DocumentId(String sha256) implements Comparable<DocumentId> {
    public DocumentId {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256: " + sha256);
        }
    }

    @Override
    public int compareTo(DocumentId other) {
        return sha256.compareTo(other.sha256);
    }

    @Override
    public String toString() {
        return sha256;
    }
}
