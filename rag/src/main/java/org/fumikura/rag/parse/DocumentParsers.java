package org.fumikura.rag.parse;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.mime.MediaType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads files of every supported format: finds out what a file is by its content and name and
/// hands it to the parser for that. Keeps no state between files; any number of threads may use it.
public final class DocumentParsers implements DocumentParser {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentParsers.class);
    private static final String PDF = "application/pdf";
    private static final long MEBIBYTE = 1024 * 1024;
    // PDF and archives are read piecemeal; every other format needs the whole file in memory at
    // some point.
    private static final long MAX_PIECEMEAL = 2048 * MEBIBYTE;
    private static final long MAX_OTHER = 256 * MEBIBYTE;

    private static final int MAX_NOTE = 16 * 1024;
    private static final Set<String> NOTES =
            Set.of("text/plain", "text/markdown", "text/x-web-markdown");

    private final MediaTypes mediaTypes = new MediaTypes();
    private final InstalledRecognition recognition;
    private final FormatParser pdf = new PdfParser();
    private final FormatParser image = new ImageParser();
    private final OfficeParser office = new OfficeParser();
    private final FormatParser html = new HtmlParser();
    private final FormatParser xml = new XmlParser();
    private final FormatParser markdown = new MarkdownParser();
    private final FormatParser csv = new CsvParser();
    private final FormatParser mail = new MailParser();
    private final FormatParser archive = new ArchiveParser();
    private final FormatParser prose = PlainTextParser.forProse();
    private final FormatParser data = PlainTextParser.forData();
    private final FormatParser json = new JsonTextParser();
    private final FormatParser code = new CodeParser();

    /// Recognises with the Tesseract of this machine.
    public DocumentParsers() {
        this(InstalledRecognition.ofThisMachine());
    }

    DocumentParsers(InstalledRecognition recognition) {
        this.recognition = recognition;
    }

    /// Whether `file` is a note: so little text, and nothing else, that reading it can neither take
    /// long nor need much memory.
    public boolean isNote(Path file) {
        var input = new Input.OnDisk(file);
        try {
            return NOTES.contains(mediaTypes.ofName(input.name()).toString())
                    && input.size() <= MAX_NOTE
                    && PlainText.isCertain(input);
        } catch (IOException _) {
            // Whoever reads it says what is wrong.
            return false;
        }
    }

    @Override
    public ParseOutcome parse(Path file, ParseOptions options) {
        return parse(file, options, Pictures.left());
    }

    @Override
    public Set<String> recognises() {
        return recognition.get().map(TextRecognition::languages).orElse(Set.of());
    }

    @Override
    public Recognition recognise(Path file, RecognitionOrder order) {
        Pictures pictures =
                recognition
                        .get()
                        .map(found -> Pictures.recognised(found, order))
                        .orElseGet(Pictures::left);
        ParseOutcome outcome = parse(file, ParseOptions.PLAIN, pictures);
        return new Recognition(outcome, pictures.texts(), pictures.rest());
    }

    private ParseOutcome parse(Path file, ParseOptions options, Pictures pictures) {
        var input = new Input.OnDisk(file);
        try {
            return parse(input, new Unpacking(new Members(), options, pictures, input.size()));
        } catch (ClosedByInterruptException _) {
            return interrupted();
        } catch (NoSuchFileException _) {
            return new ParseOutcome.Inaccessible("not found");
        } catch (AccessDeniedException _) {
            return new ParseOutcome.Inaccessible("not permitted");
        } catch (IOException e) {
            return new ParseOutcome.Inaccessible(e.getClass().getSimpleName());
        }
    }

    private ParseOutcome parse(Input input, Unpacking unpacking) throws IOException {
        if (input.size() == 0) {
            return new ParseOutcome.Empty();
        }
        MediaType type = mediaTypes.detect(input);
        String name = type.toString();
        Optional<FormatParser> parser = parserFor(type, input.name());
        if (parser.isEmpty()) {
            return new ParseOutcome.Unsupported(name);
        }
        boolean piecemeal = name.equals(PDF) || ArchiveParser.supports(name);
        long limit = piecemeal ? MAX_PIECEMEAL : MAX_OTHER;
        if (input.size() > limit) {
            return new ParseOutcome.TooLarge(limit);
        }
        try {
            Interruption.check();
            return parser.get().parse(input, name, unpacking);
        } catch (IOException | RuntimeException | StackOverflowError | AssertionError e) {
            // Parsers check damaged files by assertions too, where a JVM has them on.
            return fault(e, name);
        }
    }

    private static ParseOutcome interrupted() {
        return new ParseOutcome.Inaccessible("interrupted");
    }

    private static ParseOutcome fault(Throwable thrown, String mediaType) {
        Throwable root = thrown;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Interruption) {
                return interrupted();
            }
            if (cause instanceof TooLargeException tooLarge) {
                return new ParseOutcome.TooLarge(tooLarge.limit());
            }
            root = cause;
        }
        // The messages of parsers quote the file: only the class is safe to tell.
        String detail = root.getClass().getSimpleName();
        LOG.debug("a file of type {} could not be read: {}", mediaType, detail);
        return new ParseOutcome.Damaged(detail);
    }

    private Optional<FormatParser> parserFor(MediaType type, String name) {
        // Some code has no type of its own, or shares its name's ending with something else.
        boolean text = mediaTypes.isText(type) || mediaTypes.isXml(type);
        if (text && CodeLanguage.ofName(name).isPresent()) {
            return Optional.of(code);
        }
        if (text && JsonTextParser.supports(name)) {
            return Optional.of(json);
        }
        return switch (type.toString()) {
            case PDF -> Optional.of(pdf);
            case "text/html", "application/xhtml+xml" -> Optional.of(html);
            case "text/markdown", "text/x-web-markdown" -> Optional.of(markdown);
            case "application/json", "application/geo+json" -> Optional.of(json);
            case "text/csv", "text/tab-separated-values" -> Optional.of(csv);
            case "message/rfc822", "message/news", "application/mbox" -> Optional.of(mail);
            case "text/plain", "text/vtt", "text/troff" -> Optional.of(prose);
            default -> otherParserFor(type);
        };
    }

    private Optional<FormatParser> otherParserFor(MediaType type) {
        if (office.supports(type)) {
            return Optional.of(office);
        }
        if (ArchiveParser.supports(type.toString())) {
            return Optional.of(archive);
        }
        if (ImageParser.supports(type.toString())) {
            return Optional.of(image);
        }
        if (mediaTypes.isXml(type)) {
            return Optional.of(xml);
        }
        return mediaTypes.isText(type) ? Optional.of(data) : Optional.empty();
    }

    /// Reads files inside files in the same way.
    private final class Members implements Unpacking.Reader {
        @Override
        public boolean mayRead(String name) {
            MediaType type = mediaTypes.ofName(name);
            return type.equals(MediaType.OCTET_STREAM) || parserFor(type, name).isPresent();
        }

        @Override
        public ParseOutcome read(Input member, Unpacking unpacking) {
            try {
                return parse(member, unpacking);
            } catch (IOException e) {
                return new ParseOutcome.Damaged(e.getClass().getSimpleName());
            }
        }
    }
}
