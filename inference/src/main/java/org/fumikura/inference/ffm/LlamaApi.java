package org.fumikura.inference.ffm;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;

/// The functions of libllama and libggml that are used, named and typed as [NativeBinding] says.
/// Pointers are the library's own unless said otherwise; who may call what when is llama.h's matter
/// and kept by the classes around it.
interface LlamaApi {
    // The library and its devices.

    MemorySegment llamaVersion();

    void llamaLogSet(MemorySegment callback, MemorySegment data);

    void llamaBackendInit();

    void ggmlBackendLoadAllFromPath(MemorySegment folder);

    long ggmlBackendDevCount();

    MemorySegment ggmlBackendDevGet(long index);

    MemorySegment ggmlBackendDevName(MemorySegment device);

    @ByValue(Struct.MODEL_PARAMS)
    MemorySegment llamaModelDefaultParams(SegmentAllocator allocator);

    @ByValue(Struct.CONTEXT_PARAMS)
    MemorySegment llamaContextDefaultParams(SegmentAllocator allocator);

    @ByValue(Struct.CHAIN_PARAMS)
    MemorySegment llamaSamplerChainDefaultParams(SegmentAllocator allocator);

    @ByValue(Struct.QUANTIZE_PARAMS)
    MemorySegment llamaModelQuantizeDefaultParams(SegmentAllocator allocator);

    // Models and adapters.

    int llamaModelQuantize(MemorySegment from, MemorySegment to, MemorySegment parameters);

    MemorySegment llamaModelLoadFromFile(
            MemorySegment path, @ByValue(Struct.MODEL_PARAMS) MemorySegment parameters);

    MemorySegment llamaModelGetVocab(MemorySegment model);

    MemorySegment llamaModelChatTemplate(MemorySegment model, MemorySegment name);

    int llamaModelNEmbdOut(MemorySegment model);

    int llamaModelNClsOut(MemorySegment model);

    MemorySegment llamaModelClsLabel(MemorySegment model, int index);

    boolean llamaModelHasDecoder(MemorySegment model);

    MemorySegment llamaAdapterLoraInit(MemorySegment model, MemorySegment path);

    int llamaSetAdaptersLora(
            MemorySegment context, MemorySegment adapters, long count, MemorySegment scales);

    // Vocabulary.

    int llamaVocabNTokens(MemorySegment vocabulary);

    boolean llamaVocabIsEog(MemorySegment vocabulary, int token);

    int llamaVocabBos(MemorySegment vocabulary);

    int llamaVocabEos(MemorySegment vocabulary);

    int llamaVocabSep(MemorySegment vocabulary);

    boolean llamaVocabGetAddBos(MemorySegment vocabulary);

    boolean llamaVocabGetAddEos(MemorySegment vocabulary);

    boolean llamaVocabGetAddSep(MemorySegment vocabulary);

    int llamaTokenize(
            MemorySegment vocabulary,
            MemorySegment text,
            int length,
            MemorySegment tokens,
            int capacity,
            boolean addSpecial,
            boolean parseSpecial);

    int llamaTokenToPiece(
            MemorySegment vocabulary,
            int token,
            MemorySegment buffer,
            int length,
            int leftStrip,
            boolean special);

    int llamaChatApplyTemplate(
            MemorySegment template,
            MemorySegment messages,
            long count,
            boolean addAssistant,
            MemorySegment buffer,
            int length);

    // Contexts.

    MemorySegment llamaInitFromModel(
            MemorySegment model, @ByValue(Struct.CONTEXT_PARAMS) MemorySegment parameters);

    void llamaSetNThreads(MemorySegment context, int forOne, int forMany);

    int llamaNBatch(MemorySegment context);

    int llamaNCtx(MemorySegment context);

    MemorySegment llamaGetMemory(MemorySegment context);

    void llamaMemoryClear(MemorySegment memory, boolean data);

    boolean llamaMemorySeqRm(MemorySegment memory, int sequence, int from, int to);

    int llamaMemorySeqPosMax(MemorySegment memory, int sequence);

    int llamaDecode(MemorySegment context, @ByValue(Struct.BATCH) MemorySegment batch);

    int llamaEncode(MemorySegment context, @ByValue(Struct.BATCH) MemorySegment batch);

    MemorySegment llamaGetLogitsIth(MemorySegment context, int index);

    MemorySegment llamaGetEmbeddingsSeq(MemorySegment context, int sequence);

    long llamaStateSeqGetSize(MemorySegment context, int sequence);

    long llamaStateSeqGetData(MemorySegment context, MemorySegment target, long size, int sequence);

    long llamaStateSeqSetData(MemorySegment context, MemorySegment source, long size, int sequence);

    // Samplers.

    MemorySegment llamaSamplerChainInit(@ByValue(Struct.CHAIN_PARAMS) MemorySegment parameters);

    void llamaSamplerChainAdd(MemorySegment chain, MemorySegment sampler);

    MemorySegment llamaSamplerInitTopK(int k);

    MemorySegment llamaSamplerInitTopP(float p, long keep);

    MemorySegment llamaSamplerInitTemp(float temperature);

    MemorySegment llamaSamplerInitDist(int seed);

    MemorySegment llamaSamplerInitGrammar(
            MemorySegment vocabulary, MemorySegment grammar, MemorySegment root);

    void llamaSamplerApply(MemorySegment sampler, MemorySegment candidates);

    void llamaSamplerAccept(MemorySegment sampler, int token);

    void llamaSamplerFree(MemorySegment sampler);
}
