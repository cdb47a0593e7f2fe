package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    It costs 1,234.50 euros | 1234.5
                    １２，３４５円 | 12345
                    ２０２４年 | 2024
                    In 007 | 7
                    0.0 degrees | 0
                    2.50 metres | 2.5
                    100 | 100
                    三個あります | 3
                    十二月です | 12
                    二十日まで | 20
                    三百二十ページ中の三百二十個 | 320
                    二〇二四年 | 2024
                    千人 | 1000
                    五冊まで | 5
                    """)
    void aNumberIsTheSameHoweverItIsWritten(String text, String number) {
        assertEquals(Set.of(number), Numbers.in(text));
    }

    @Test
    void kanjiThatCountNothingAreNoNumbers() {
        assertEquals(Set.of(), Numbers.in("一般に三角形は統一された形です。"));
    }

    @Test
    void allNumbersAreFound() {
        assertEquals(Set.of("3", "4.5", "1200"), Numbers.in("3 of 4.5 and 1,200, again 3."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    It takes six weeks | 6
                    Twelve | 12
                    Twenty-one days | 21
                    Three hundred people | 300
                    Forty thousand | 40000
                    """)
    void whatIsSpelledOutIsStated(String text, String number) {
        assertEquals(Set.of(number), Numbers.statedIn(text));
        assertEquals(Set.of(), Numbers.in(text));
    }

    @Test
    void whatOnlyLooksLikeANumberIsNone() {
        assertEquals(Set.of("4"), Numbers.statedIn("One of the tents weighs 4 kg."));
    }
}
