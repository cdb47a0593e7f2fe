package org.fumikura.inference.gguf;

/// A network's measures, as far as they decide how much memory it takes. What a file does not say
/// is 0.
///
/// @param layers number of layers
/// @param width length of a token's vector
/// @param inner length of the vector inside a layer
/// @param heads attention heads of a layer
/// @param cachedHeads heads whose keys and values are kept, of all layers together
/// @param keyLength numbers in a head's key
/// @param valueLength numbers in a head's value
/// @param vocabulary number of tokens it knows
public record GgufShape(
        long layers,
        long width,
        long inner,
        long heads,
        long cachedHeads,
        long keyLength,
        long valueLength,
        long vocabulary) {

    static GgufShape of(String architecture, GgufMetadata metadata) {
        long layers = metadata.number(architecture + ".block_count", 0);
        long width = metadata.number(architecture + ".embedding_length", 0);
        long heads = metadata.number(architecture + ".attention.head_count", 0);
        long headLength = heads == 0 ? 0 : width / heads;
        return new GgufShape(
                layers,
                width,
                metadata.number(architecture + ".feed_forward_length", 0),
                heads,
                metadata.sumOverLayers(architecture + ".attention.head_count_kv", layers, heads),
                metadata.number(architecture + ".attention.key_length", headLength),
                metadata.number(architecture + ".attention.value_length", headLength),
                metadata.count("tokenizer.ggml.tokens"));
    }
}
