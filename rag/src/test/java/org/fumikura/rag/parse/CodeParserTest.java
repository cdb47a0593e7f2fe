package org.fumikura.rag.parse;

import static org.fumikura.rag.parse.Parsing.blocks;
import static org.fumikura.rag.parse.Parsing.parsed;
import static org.fumikura.rag.parse.Parsing.write;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeParserTest {
    @TempDir Path folder;

    @Test
    void codeIsKeptAsItIsAndDeclarationsAreHeadings() throws IOException {
        String java =
                """
                package shop;

                /** Sells things. */
                public class Shop {
                    private int sum;

                    // Odd braces: {
                    @Override
                    public int count(String what) {
                        String odd = "}{";
                        char brace = '{';
                        if (what.isEmpty()) {
                            return 0;
                        }
                        return 1;
                    }

                    static class Till {
                        Till(int sum) throws IOException {}
                    }
                }
                """;
        ParsedDocument document = parsed(write(folder.resolve("Shop.java"), java));
        assertEquals(java, document.text());
        assertEquals(List.of("1 Shop", "2 count", "2 Till", "3 Till"), outline(document));
        assertEquals(
                "Heading2|// Odd braces: {\n    @Override\n    public int count(String what)",
                blocks(document).get(3));
    }

    @Test
    void scriptsHaveNamedFunctionsOfSeveralKinds() throws IOException {
        String script =
                """
                import x from 'it"s';

                export function add(a, b) { return a + b; }

                class Cart {
                  async pay(x) { if (x) { return `}`; } }
                }

                const twice = (x) => {
                  return 2 * x;
                };

                run(() => { inner(); });
                """;
        assertEquals(
                List.of("1 add", "1 Cart", "2 pay", "1 twice"),
                outline(parsed(write(folder.resolve("a.ts"), script))));
    }

    @Test
    void methodsOfGoRustAndCAreFound() throws IOException {
        String go = "package a\n\ntype T struct {\n\ta int\n}\n\nfunc (t *T) Sum(x int) int {\n}\n";
        assertEquals(List.of("1 T", "1 Sum"), outline(parsed(write(folder.resolve("a.go"), go))));
        String rust =
                "impl<'a> Point<'a> {\n    fn new(x: &'a str) -> Self { Point { x } }\n}\n"
                        + "fn main() {\n    let c = '{';\n}\n";
        assertEquals(
                List.of("1 Point<'a>", "2 new", "1 main"),
                outline(parsed(write(folder.resolve("a.rs"), rust))));
        String c =
                "#define MAX(a) { a\n\nnamespace shop {\ntemplate <typename T>\n"
                        + "int count(const T& v) {\n}\n}\n\nstruct foo *find(int id)\n{\n}\n";
        assertEquals(
                List.of("1 shop", "2 count", "1 find"),
                outline(parsed(write(folder.resolve("a.cpp"), c))));
    }

    @Test
    void indentationTellsWhatBelongsToAClass() throws IOException {
        String python =
                """
                \"""class Not: here\"""

                class Shop:
                    # How many.
                    @cached
                    def count(self):
                        def inner():
                            pass

                        return 1

                def main():
                    pass
                """;
        ParsedDocument document = parsed(write(folder.resolve("a.py"), python));
        assertEquals(List.of("1 Shop", "2 count", "1 main"), outline(document));
        assertEquals(
                "Heading2|# How many.\n    @cached\n    def count(self):", blocks(document).get(2));
    }

    @Test
    void whatQueriesCreateIsAHeading() throws IOException {
        String sql = "-- People.\nCREATE TABLE IF NOT EXISTS person (id INT);\n\nSELECT 1;\n";
        assertEquals(List.of("1 person"), outline(parsed(write(folder.resolve("a.sql"), sql))));
    }

    private static List<String> outline(ParsedDocument document) {
        return document.blocks().stream()
                .filter(Block.Heading.class::isInstance)
                .map(Block.Heading.class::cast)
                .map(heading -> heading.level() + " " + heading.name().of(document.text()))
                .toList();
    }
}
