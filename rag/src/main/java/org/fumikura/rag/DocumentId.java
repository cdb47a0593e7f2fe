package org.fumikura.rag;

/// Identifies a document by its content: the SHA-256 of the file's bytes, 64 lower-case hexadecimal
/// digits. Two files with the same bytes are one document.
public record DocumentId(String sha256) implements Comparable<DocumentId> {
    private static final int DIGITS = 64;

    public DocumentId {
        // Without a pattern: a search makes hundreds of them.
        if (sha256.length() != DIGITS || !sha256.chars().allMatch(DocumentId::isDigit)) {
            throw new IllegalArgumentException("not a SHA-256: " + sha256);
        }
    }

    private static boolean isDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
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
