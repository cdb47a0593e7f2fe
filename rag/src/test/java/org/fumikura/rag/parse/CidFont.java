package org.fumikura.rag.parse;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontFactory;

/// Fonts of many characters, as East Asian documents have them, without their shapes.
final class CidFont {
    private CidFont() {}

    /// @param encoding how the codes in the page are to be read, as `UniJIS-UTF16-V`
    /// @param ordering the collection of characters, as `Japan1`
    static PDFont of(String name, String encoding, String ordering, int supplement)
            throws IOException {
        var system = new COSDictionary();
        system.setString(COSName.REGISTRY, "Adobe");
        system.setString(COSName.ORDERING, ordering);
        system.setInt(COSName.SUPPLEMENT, supplement);
        var glyphs = new COSDictionary();
        glyphs.setItem(COSName.TYPE, COSName.FONT);
        glyphs.setName(COSName.SUBTYPE, "CIDFontType0");
        glyphs.setName(COSName.BASE_FONT, name);
        glyphs.setItem(COSName.CIDSYSTEMINFO, system);
        var font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, name);
        font.setName(COSName.ENCODING, encoding);
        font.setItem(COSName.DESCENDANT_FONTS, new COSArray(List.of(glyphs)));
        return PDFontFactory.createFont(font);
    }
}
