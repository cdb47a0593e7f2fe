package org.fumikura.rag.parse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.parser.CompositeParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.PasswordProvider;
import org.apache.tika.parser.epub.EpubParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.OldExcelParser;
import org.apache.tika.parser.microsoft.TNEFParser;
import org.apache.tika.parser.microsoft.chm.ChmParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.microsoft.xml.SpreadsheetMLParser;
import org.apache.tika.parser.microsoft.xml.WordMLParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.sax.SecureContentHandler;
import org.xml.sax.SAXException;

/// Office files of all makes, RTF, Outlook messages, help files and EPUB, by Apache Tika. A slide,
/// a sheet and a chapter is a page each; embedded files follow the text.
final class OfficeParser implements FormatParser {
    private static final String HELP = "application/vnd.ms-htmlhelp";
    // No kept library knows all of its encryptions.
    private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";

    private static final String OPEN_XML = "application/vnd.openxmlformats-officedocument.";

    private static final Set<String> SPREADSHEETS =
            Set.of(
                    "application/vnd.ms-spreadsheetml",
                    "application/vnd.oasis.opendocument.spreadsheet",
                    "application/vnd.oasis.opendocument.spreadsheet-template",
                    "application/vnd.sun.xml.calc");
    private static final Set<String> PRESENTATIONS =
            Set.of(
                    "application/vnd.oasis.opendocument.presentation",
                    "application/vnd.oasis.opendocument.presentation-template",
                    "application/vnd.sun.xml.impress");

    private final CompositeParser parsers;

    OfficeParser() {
        var epub = new EpubParser();
        epub.setContentParser(new EpubChapterParser());
        parsers =
                new CompositeParser(
                        MediaTypeRegistry.getDefaultRegistry(),
                        List.of(
                                new org.apache.tika.parser.microsoft.OfficeParser(),
                                new OldExcelParser(),
                                new OOXMLParser(),
                                new SpreadsheetMLParser(),
                                new WordMLParser(),
                                new OpenDocumentParser(),
                                new RTFParser(),
                                new ChmParser(),
                                new TNEFParser(),
                                epub));
    }

    /// Whether files of `type` are for this parser.
    boolean supports(MediaType type) {
        return parsers.getParsers().containsKey(type);
    }

    @Override
    public ParseOutcome parse(Input input, String mediaType, Unpacking unpacking)
            throws IOException {
        if (!mediaType.startsWith(OPEN_XML) || !StrictOffice.is(input)) {
            return read(input, mediaType, unpacking);
        }
        Path usual = Files.createTempFile("fumikura-office", "");
        try {
            StrictOffice.convert(input, usual);
            return read(new Input.OnDisk(usual), mediaType, unpacking);
        } finally {
            Files.delete(usual);
        }
    }

    private ParseOutcome read(Input input, String mediaType, Unpacking unpacking)
            throws IOException {
        var assembly = new TextAssembly();
        var attachments = new OfficeAttachments(unpacking);
        var blocks = new MarkupBlocks(assembly, whitespace(mediaType), pageRule(mediaType));
        var metadata = new Metadata();
        try (TikaInputStream in = input.stream(metadata)) {
            metadata.set(Metadata.CONTENT_TYPE, mediaType);
            var guarded = new SecureContentHandler(new SaxMarkup(blocks), in);
            try {
                parsers.parse(
                        in, guarded, metadata, context(assembly, attachments, unpacking.options()));
            } catch (SAXException e) {
                guarded.throwIfCauseOf(e);
                throw e;
            }
        } catch (EncryptedDocumentException _) {
            return mediaType.startsWith(OPEN_DOCUMENT)
                    ? new ParseOutcome.CannotUnlock()
                    : new ParseOutcome.NeedsPassword();
        } catch (TikaException | SAXException e) {
            throw new IOException(e);
        }
        blocks.finish();
        attachments.addTo(assembly);
        return assembly.finish(Titles.sensible(metadata.get(TikaCoreProperties.TITLE)), mediaType);
    }

    private static MarkupBlocks.Whitespace whitespace(String mediaType) {
        return mediaType.equals(HELP)
                ? MarkupBlocks.Whitespace.COLLAPSED
                : MarkupBlocks.Whitespace.KEPT;
    }

    private static MarkupBlocks.PageRule pageRule(String mediaType) {
        if (SPREADSHEETS.contains(mediaType)) {
            return MarkupBlocks.PageRule.AT_TABLES;
        }
        return PRESENTATIONS.contains(mediaType)
                ? MarkupBlocks.PageRule.AFTER_NOTES
                : MarkupBlocks.PageRule.NONE;
    }

    private static ParseContext context(
            TextAssembly assembly, EmbeddedDocumentExtractor attachments, ParseOptions options) {
        var config = new OfficeParserConfig();
        config.setConcatenatePhoneticRuns(false);
        var context = new ParseContext();
        context.set(OfficeParserConfig.class, config);
        context.set(EmbeddedDocumentExtractor.class, attachments);
        context.set(TextAssembly.class, assembly);
        if (!options.password().isEmpty()) {
            context.set(PasswordProvider.class, _ -> options.password());
        }
        return context;
    }
}
