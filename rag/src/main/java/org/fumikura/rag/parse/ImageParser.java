package org.fumikura.rag.parse;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Pictures that show pages or windows: their text is recognised. Photographs, told by their lack
/// of a background, are files of a kind that is not read. So are pictures in mails and documents
/// that are smaller than the scan of a page: logos, drawings, screens cut to a button.
final class ImageParser implements FormatParser {
    private static final Set<String> TYPES =
            Set.of("image/png", "image/jpeg", "image/tiff", "image/bmp", "image/gif");
    private static final int MAX_PAGES = 500;
    // Screens have about a third of the dots an inch that recognition wants.
    private static final int SMALL = 1600;
    // Icons, buttons and logos are smaller than anything one would want to read.
    private static final int LEAST_PIXELS = 40_000;
    // A sheet of A4 has these at 85 dots an inch.
    private static final int PAGE_WIDTH = 700;
    private static final int PAGE_HEIGHT = 900;
    private static final double BACKGROUND = 0.4;
    private static final int SAMPLES = 100;
    private static final int LEVELS = 16;

    /// Whether files of `mediaType` are for this parser.
    static boolean supports(String mediaType) {
        return TYPES.contains(mediaType);
    }

    @Override
    public ParseOutcome parse(Input input, String mediaType, Unpacking unpacking)
            throws IOException {
        var bytes = new ByteArrayInputStream(input.bytes());
        try (var stream = new MemoryCacheImageInputStream(bytes)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return new ParseOutcome.Unsupported(mediaType);
            }
            ImageReader reader = readers.next();
            try {
                return parse(reader, stream, mediaType, unpacking);
            } finally {
                reader.dispose();
            }
        } catch (IIOException damaged) {
            // Or of colours or a compression that Java does not know.
            return new ParseOutcome.Unsupported(mediaType);
        }
    }

    private static ParseOutcome parse(
            ImageReader reader, ImageInputStream stream, String mediaType, Unpacking unpacking)
            throws IOException {
        boolean inDocument = unpacking.isInDocument();
        reader.setInput(stream);
        var assembly = new TextAssembly();
        int unread = 0;
        int pages = Math.min(MAX_PAGES, reader.getNumImages(true));
        for (int i = 0; i < pages; i++) {
            assembly.beginPage();
            if (inDocument && !isPageSized(reader.getWidth(i), reader.getHeight(i))) {
                continue;
            }
            BufferedImage picture = read(reader, i);
            if (!showsPage(picture)) {
                continue;
            }
            Optional<PictureText> text = unpacking.pictures().read(() -> enlarged(picture));
            if (text.isEmpty() || !assembly.add(text.get())) {
                unread++;
                assembly.add(new Quality(1, 0, 0, 0, 0));
            }
        }
        return assembly.isEmpty() && unread == 0
                ? new ParseOutcome.Unsupported(mediaType)
                : assembly.finish("", mediaType);
    }

    private static boolean isPageSized(int width, int height) {
        return Math.min(width, height) >= PAGE_WIDTH && Math.max(width, height) >= PAGE_HEIGHT;
    }

    /// The picture, or every so many of its dots if it has too many.
    private static BufferedImage read(ImageReader reader, int i) throws IOException {
        double pixels = (double) reader.getWidth(i) * reader.getHeight(i);
        int step = (int) Math.ceil(Math.sqrt(pixels / Pictures.MAX_PIXELS));
        ImageReadParam wanted = reader.getDefaultReadParam();
        wanted.setSourceSubsampling(Math.max(1, step), Math.max(1, step), 0, 0);
        return reader.read(i, wanted);
    }

    /// Whether `picture` is of some size and much of it of one brightness, as paper and windows
    /// are.
    private static boolean showsPage(BufferedImage picture) {
        if (picture.getWidth() * picture.getHeight() < LEAST_PIXELS) {
            return false;
        }
        int[] levels = new int[LEVELS];
        int samples = 0;
        int stepX = Math.max(1, picture.getWidth() / SAMPLES);
        int stepY = Math.max(1, picture.getHeight() / SAMPLES);
        for (int y = 0; y < picture.getHeight(); y += stepY) {
            for (int x = 0; x < picture.getWidth(); x += stepX) {
                var colour = new Color(picture.getRGB(x, y));
                int light = (colour.getRed() * 3 + colour.getGreen() * 6 + colour.getBlue()) / 10;
                levels[light * LEVELS / 256]++;
                samples++;
            }
        }
        int most = 0;
        for (int i = 0; i + 1 < LEVELS; i++) {
            most = Math.max(most, levels[i] + levels[i + 1]);
        }
        return most >= BACKGROUND * samples;
    }

    private static BufferedImage enlarged(BufferedImage picture) {
        int factor = Math.max(picture.getWidth(), picture.getHeight()) < SMALL ? 2 : 1;
        int width = picture.getWidth() * factor;
        int height = picture.getHeight() * factor;
        var grey = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D drawing = grey.createGraphics();
        drawing.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        drawing.setBackground(Color.WHITE);
        drawing.clearRect(0, 0, width, height);
        drawing.drawImage(picture, 0, 0, width, height, null);
        drawing.dispose();
        return grey;
    }
}
