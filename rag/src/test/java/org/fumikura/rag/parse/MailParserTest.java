package org.fumikura.rag.parse;

import static org.fumikura.rag.parse.Parsing.blocks;
import static org.fumikura.rag.parse.Parsing.pages;
import static org.fumikura.rag.parse.Parsing.parsed;
import static org.fumikura.rag.parse.Parsing.write;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailParserTest {
    @TempDir Path folder;

    @Test
    void aMessageIsItsSubjectItsEnvelopeAndItsText() throws IOException {
        String mail =
                """
                From: =?UTF-8?B?55Sw5Lit?= <tanaka@example.org>
                To: sato@example.org
                Subject: =?UTF-8?B?5Lya6K2w?=
                Date: Tue, 1 Oct 2024 10:00:00 +0900
                MIME-Version: 1.0
                Content-Type: multipart/alternative; boundary="x"

                --x
                Content-Type: text/html; charset=UTF-8

                <p>rich</p>
                --x
                Content-Type: text/plain; charset=UTF-8

                See you at ten.

                Tanaka
                --x--
                """;
        ParsedDocument document = parsed(write(folder.resolve("a.eml"), mail));
        assertEquals("会議", document.title());
        assertEquals(
                List.of(
                        "Heading1|会議",
                        "Paragraph|From: 田中 <tanaka@example.org>\nTo: sato@example.org\n"
                                + "Date: Tue, 1 Oct 2024 10:00:00 +0900",
                        "Paragraph|See you at ten.",
                        "Paragraph|Tanaka"),
                blocks(document));
    }

    @Test
    void japaneseMailInItsOldEncodingIsRead() throws IOException {
        String mail =
                "From: a@example.org\nSubject: x\nMIME-Version: 1.0\n"
                        + "Content-Type: text/plain; charset=ISO-2022-JP\n\n本日は晴天なり。\n";
        Path file = folder.resolve("a.eml");
        Files.write(file, mail.getBytes(Charset.forName("ISO-2022-JP")));
        assertEquals("Paragraph|本日は晴天なり。", blocks(parsed(file)).getLast());
    }

    @Test
    void eachMessageOfAMailboxIsAPage() throws IOException {
        String mailbox =
                """
                From a@example.org Tue Oct  1 10:00:00 2024
                From: a@example.org
                Subject: One

                First.
                >From here on it is quoted.

                From b@example.org Tue Oct  1 11:00:00 2024
                From: b@example.org
                Subject: Two

                Second.
                """;
        ParsedDocument document = parsed(write(folder.resolve("a.mbox"), mailbox));
        assertEquals(
                List.of(
                        "One\n\nFrom: a@example.org\n\nFirst.\nFrom here on it is quoted.\n",
                        "Two\n\nFrom: b@example.org\n\nSecond.\n"),
                pages(document).stream().map(page -> page.strip() + "\n").toList());
    }

    @Test
    void whatIsAttachedFollowsUnderItsName() throws IOException {
        String mail =
                """
                From: a@example.org
                Subject: Minutes
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="x"

                --x
                Content-Type: text/csv; name="=?UTF-8?B?6KGo?=.csv"
                Content-Disposition: attachment

                Year,Sum
                2024,7
                --x
                Content-Type: image/png; name="logo.png"
                Content-Transfer-Encoding: base64

                iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAA
                AABJRU5ErkJggg==
                --x
                Content-Type: text/plain

                As agreed.
                --x
                Content-Type: message/rfc822

                From: b@example.org
                Subject: Before

                Earlier words.
                --x--
                """;
        ParsedDocument document = parsed(write(folder.resolve("a.eml"), mail));
        assertEquals(
                List.of(
                        "Heading1|Minutes",
                        "Paragraph|From: a@example.org",
                        "Paragraph|As agreed.",
                        "Heading2|表.csv",
                        "HEADER|Year\tSum",
                        "BODY|2024\t7",
                        "Heading2|Before",
                        "Paragraph|From: b@example.org",
                        "Paragraph|Earlier words."),
                blocks(document));
        assertEquals(3, document.pages().size());
    }
}
