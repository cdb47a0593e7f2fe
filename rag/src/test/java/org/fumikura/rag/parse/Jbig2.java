package org.fumikura.rag.parse;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.w3c.dom.NodeList;

/// Black and white pictures as scanners write them into PDFs: a page of JBIG2 with one region,
/// whose dots are coded as a fax's (ITU-T T.88, 7.4.6, with MMR).
final class Jbig2 {
    private static final int PAGE = 48;
    private static final int REGION = 38;

    private Jbig2() {}

    static PDImageXObject image(PDDocument document, BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        segment(out, 0, PAGE, page(picture));
        segment(out, 1, REGION, region(picture));
        return new PDImageXObject(
                document,
                new ByteArrayInputStream(bytes.toByteArray()),
                COSName.JBIG2_DECODE,
                picture.getWidth(),
                picture.getHeight(),
                1,
                PDDeviceGray.INSTANCE);
    }

    private static void segment(DataOutputStream out, int number, int type, byte[] data)
            throws IOException {
        out.writeInt(number);
        out.writeByte(type);
        // It refers to no other segment, and belongs to page 1.
        out.writeByte(0);
        out.writeByte(1);
        out.writeInt(data.length);
        out.write(data);
    }

    private static byte[] page(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(picture.getWidth());
        out.writeInt(picture.getHeight());
        // Resolution unknown, no flags, no stripes.
        out.writeInt(0);
        out.writeInt(0);
        out.writeByte(0);
        out.writeShort(0);
        return bytes.toByteArray();
    }

    private static byte[] region(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(picture.getWidth());
        out.writeInt(picture.getHeight());
        out.writeInt(0);
        out.writeInt(0);
        out.writeByte(0);
        out.writeByte(1);
        out.write(fax(picture));
        return bytes.toByteArray();
    }

    /// The one strip of a TIFF that Java writes.
    private static byte[] fax(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        ImageWriteParam wanted = writer.getDefaultWriteParam();
        wanted.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        wanted.setCompressionType("CCITT T.6");
        wanted.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
        wanted.setTiling(picture.getWidth(), picture.getHeight(), 0, 0);
        var file = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(file)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), wanted);
        } finally {
            writer.dispose();
        }
        byte[] tiff = file.toByteArray();
        int start = number(tiff, "TileOffsets");
        int length = number(tiff, "TileByteCounts");
        var strip = new ByteArrayOutputStream();
        strip.write(tiff, start, length);
        return strip.toByteArray();
    }

    private static int number(byte[] tiff, String field) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName("tiff").next();
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(tiff))) {
            reader.setInput(in);
            var metadata = reader.getImageMetadata(0);
            var root = (IIOMetadataNode) metadata.getAsTree("javax_imageio_tiff_image_1.0");
            NodeList fields = root.getElementsByTagName("TIFFField");
            for (int i = 0; i < fields.getLength(); i++) {
                var each = (IIOMetadataNode) fields.item(i);
                if (each.getAttribute("name").equals(field)) {
                    var value = (IIOMetadataNode) each.getElementsByTagName("TIFFLong").item(0);
                    return Integer.parseInt(value.getAttribute("value"));
                }
            }
            throw new IOException("no " + field);
        } finally {
            reader.dispose();
        }
    }
}
