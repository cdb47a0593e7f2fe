package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.fumikura.rag.index.ContentTerms;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartingTest {
    private static final String KETTLE =
            "The kettle whistles at noon. It holds 3.5 litres of water. Dr. Amery bought it in 1998"
                    + " for 40 euros.";
    private static final String LIBRARY = "図書室は午前9時から午後5時まで開いています。貸出期間は二週間です。";

    private final ContentTerms terms = new ContentTerms();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The kettle whistles at noon, and monks painted it turquoise.|monks painted it turquoise.",
                "The kettle holds 3.5 litres of water and weighs 12 kilograms.|weighs 12 kilograms.",
                "Dr. Amery bought it in 1998 for 60 euros.|60",
                "図書室は午前9時から午後7時まで開いています。|7",
                "貸出期間は二週間で、延滞すると罰金が三百円かかります。|延滞すると罰金が三百円かかります。",
            })
    void whatIsNotBorneOutIsNamed(String sentence, String unborne) {
        assertEquals(List.of(unborne), unborne(sentence));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Monks painted the kettle turquoise in 1432.",
                "Monks painted it, and nuns polished it.",
                "Dr. Amery bought it in 1432.",
                "修道士が1432年に塗りました。",
            })
    void aSentenceOfWhichNothingStandsHasNoParts(String sentence) {
        assertEquals(List.of(), unborne(sentence));
    }

    private List<String> unborne(String sentence) {
        String question = "What is known?";
        var attribution = Evidence.attribution(terms, question, Evidence.of(KETTLE, LIBRARY));
        return new Parting(terms, question)
                .of(
                        sentence,
                        attribution.attribute(sentence, Set.of()),
                        part -> attribution.attribute(part, Set.of()),
                        (_, found) -> found)
                .map(parted -> parted.unborne().stream().map(s -> s.of(sentence)).toList())
                .orElse(List.of());
    }
}
