package org.fumikura.rag.index;

import static org.fumikura.rag.index.PassageFixtures.CHUNKER;
import static org.fumikura.rag.index.PassageFixtures.document;
import static org.fumikura.rag.index.PassageFixtures.passages;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.fumikura.rag.Scope;
import org.fumikura.rag.index.PassageIndex.Freshness.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnWordsTest {
    @TempDir Path folder;

    private static IndexSettings settings(String words) {
        return new IndexSettings("none", 2, CHUNKER, OwnWords.of(words));
    }

    @Test
    void aListIsReadAsAPersonWritesIt() {
        var words = OwnWords.of("# 製品名\n\n文蔵くん, ふみくらくん\nすみれ号\n文蔵くん,べつ\n\"木場,\t\n");
        assertEquals(
                List.copyOf(Map.of().entrySet()), List.copyOf(OwnWords.NONE.readings().entrySet()));
        assertEquals(List.of("文蔵くん", "すみれ号", "木場"), List.copyOf(words.readings().keySet()));
        assertEquals("フミクラクン", words.readings().get("文蔵くん"));
        assertEquals("スミレ号", words.readings().get("すみれ号"));
        assertEquals("文蔵くん, フミクラクン\nすみれ号\n木場", words.lines());
        assertEquals(words, OwnWords.of(words.lines()));
    }

    /// Without the word 「しろくま」 and 「丸」 are cut apart, and every bear is found.
    @Test
    void anOwnWordStaysWhole() {
        assertEquals(2, passagesFound("", "白熊丸"));
        assertEquals(1, passagesFound("白熊丸, しろくままる", "白熊丸"));
        assertEquals(1, passagesFound("白熊丸, しろくままる", "しろくままる"));
    }

    private int passagesFound(String words, String query) {
        Path place = folder.resolve(Integer.toHexString((words + query).hashCode()));
        try (var index = LucenePassageIndex.open(place, settings(words))) {
            index.replace(document('a'), "", passages(document('a'), "白熊丸が出港した。", "丸は記号である。"));
            index.commit();
            return index.lexical(query, Scope.EVERYTHING, 10).size();
        }
    }

    @Test
    void anIndexCutByOtherWordsIsMadeAnew() {
        for (String words : List.of("", "白熊丸")) {
            try (var index = LucenePassageIndex.open(folder, settings(words))) {
                assertEquals(State.CREATED, index.freshness().words());
                index.commit();
            }
        }
        try (var index = LucenePassageIndex.open(folder, settings("白熊丸"))) {
            assertEquals(State.OPENED, index.freshness().words());
        }
    }
}
