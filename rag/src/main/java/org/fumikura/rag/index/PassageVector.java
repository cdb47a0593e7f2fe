package org.fumikura.rag.index;

import org.fumikura.rag.PassageId;

/// A passage's embedding: unit length, as many components as the index was opened for. The array is
/// borrowed: the caller leaves it unchanged until the index has committed.
@SuppressWarnings("ArrayRecordComponent")
public record PassageVector(PassageId id, float[] vector) {}
