package org.fumikura.rag.parse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.common.filespecification.PDFileSpecification;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.jspecify.annotations.Nullable;

/// Finds the files attached to a PDF as a whole and those pinned to its pages. For one document.
final class PdfAttachments {
    private final List<PDComplexFileSpecification> found = new ArrayList<>();
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private PdfAttachments() {}

    /// Reads the attachments of `document` and adds them to `assembly`; damaged ones are left out.
    static void add(PDDocument document, Unpacking unpacking, TextAssembly assembly) {
        var attachments = new PdfAttachments();
        attachments.findAll(document);
        for (PDComplexFileSpecification file : attachments.found) {
            @Nullable PDEmbeddedFile content = content(file);
            if (content != null) {
                unpacking
                        .read(Unpacking.Container.DOCUMENT, name(file), content::createInputStream)
                        .addTo(assembly, 1);
            }
        }
    }

    private void findAll(PDDocument document) {
        try {
            @Nullable PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
            if (names != null && names.getEmbeddedFiles() != null) {
                findNamed(names.getEmbeddedFiles());
            }
            for (PDPage page : document.getPages()) {
                findPinned(page);
            }
        } catch (IOException | RuntimeException e) {
            if (e instanceof Interruption interruption) {
                throw interruption;
            }
            // A damaged list of attachments must not cost the text; those found are read.
            return;
        }
    }

    private void findNamed(PDNameTreeNode<PDComplexFileSpecification> node) throws IOException {
        if (!seen.add(node.getCOSObject())) {
            return;
        }
        @Nullable Map<String, PDComplexFileSpecification> names = node.getNames();
        if (names != null) {
            names.values().forEach(this::find);
        }
        @Nullable List<PDNameTreeNode<PDComplexFileSpecification>> kids = node.getKids();
        if (kids != null) {
            for (PDNameTreeNode<PDComplexFileSpecification> kid : kids) {
                findNamed(kid);
            }
        }
    }

    private void findPinned(PDPage page) throws IOException {
        Interruption.check();
        for (PDAnnotation annotation : page.getAnnotations()) {
            if (annotation instanceof PDAnnotationFileAttachment pin) {
                @Nullable PDFileSpecification file = pin.getFile();
                if (file instanceof PDComplexFileSpecification complex) {
                    find(complex);
                }
            }
        }
    }

    private void find(PDComplexFileSpecification file) {
        @Nullable PDEmbeddedFile content = content(file);
        if (content != null && seen.add(content.getCOSObject())) {
            found.add(file);
        }
    }

    private static @Nullable PDEmbeddedFile content(PDComplexFileSpecification file) {
        @Nullable PDEmbeddedFile unicode = file.getEmbeddedFileUnicode();
        return unicode == null ? file.getEmbeddedFile() : unicode;
    }

    private static String name(PDComplexFileSpecification file) {
        @Nullable String name = file.getFilename();
        return name == null ? "" : name.replace('\\', '/');
    }
}
