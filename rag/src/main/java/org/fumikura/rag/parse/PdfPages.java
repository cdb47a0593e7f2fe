package org.fumikura.rag.parse;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.fumikura.rag.parse.PagePicture.Drawn;
import org.fumikura.rag.parse.PagePicture.NotDrawn;
import org.fumikura.rag.parse.PagePicture.NotDrawn.Reason;
import org.fumikura.rag.parse.PdfGlyphs.Glyph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Draws pages by PDFBox, in the thread that asks. A file from a stranger may hang in it or eat all
/// memory: to be used in a process that can be given up.
public final class PdfPages implements PageDrawing {
    private static final Logger LOG = LoggerFactory.getLogger(PdfPages.class);

    @Override
    public PagePicture draw(Path file, PageOrder order) {
        try (RandomAccessRead bytes = new Input.OnDisk(file).randomAccess();
                PDDocument document =
                        Loader.loadPDF(
                                bytes, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            if (order.page() > document.getNumberOfPages()) {
                return new NotDrawn(Reason.NO_SUCH_PAGE);
            }
            return new Drawn(png(picture(document, order)), marks(document, order));
        } catch (InvalidPasswordException _) {
            return new NotDrawn(Reason.LOCKED);
        } catch (IOException | RuntimeException fault) {
            LOG.debug("page {} not drawn: {}", order.page(), fault.getClass().getSimpleName());
            return new NotDrawn(Reason.UNREADABLE);
        }
    }

    private static BufferedImage picture(PDDocument document, PageOrder order) throws IOException {
        PDRectangle box = document.getPage(order.page() - 1).getCropBox();
        double wanted = order.width() / seenWidth(document.getPage(order.page() - 1));
        double most = Math.sqrt(Pictures.MAX_PIXELS / ((double) box.getWidth() * box.getHeight()));
        var renderer = new PDFRenderer(document);
        // A photograph of fifty megapixels is not needed whole for a page of one.
        renderer.setSubsamplingAllowed(true);
        return renderer.renderImage(
                order.page() - 1, (float) Math.min(wanted, most), ImageType.RGB);
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        var file = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, "png", file)) {
            throw new IOException("no PNG writer");
        }
        return file.toByteArray();
    }

    private static List<PageBox> marks(PDDocument document, PageOrder order) throws IOException {
        if (order.marked().length() == 0) {
            return List.of();
        }
        List<Glyph> glyphs = PdfGlyphs.of(document, order.page());
        var drawn = new StringBuilder();
        var owners = new ArrayList<Glyph>();
        for (Glyph glyph : glyphs) {
            drawn.append(glyph.text());
            while (owners.size() < drawn.length()) {
                owners.add(glyph);
            }
        }
        BitSet found =
                FoldedText.of(order.text()).findIn(FoldedText.of(drawn.toString()), order.marked());
        List<PageBox> letters =
                found.stream().mapToObj(unit -> owners.get(unit).box()).distinct().toList();
        PDPage page = document.getPage(order.page() - 1);
        return lines(letters).stream()
                .map(line -> line.shareOf(seenWidth(page), seenHeight(page)))
                .toList();
    }

    private static List<PageBox> lines(List<PageBox> letters) {
        var lines = new ArrayList<PageBox>();
        Optional<PageBox> last = Optional.empty();
        for (PageBox letter : letters) {
            if (last.isPresent() && last.get().isFollowedBy(letter)) {
                lines.set(lines.size() - 1, lines.getLast().join(letter));
            } else {
                lines.add(letter);
            }
            last = Optional.of(letter);
        }
        return lines;
    }

    private static double seenWidth(PDPage page) {
        PDRectangle box = page.getCropBox();
        return isOnItsSide(page) ? box.getHeight() : box.getWidth();
    }

    private static double seenHeight(PDPage page) {
        PDRectangle box = page.getCropBox();
        return isOnItsSide(page) ? box.getWidth() : box.getHeight();
    }

    private static boolean isOnItsSide(PDPage page) {
        return Math.floorMod(page.getRotation(), 180) == 90;
    }
}
