package org.fumikura.rag.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTextTest {
    @Test
    void cellsAreQuotedWhereTheyMustBe() {
        assertEquals(
                "a,\"b, c\",\"say \"\"hi\"\"\"\r\n,水車,\"two\nlines\"\r\n",
                CsvText.of(
                        List.of(
                                List.of("a", "b, c", "say \"hi\""),
                                List.of("", "水車", "two\nlines"))));
    }
}
