package org.fumikura.rag.parse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.EntryUtils;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.metadata.TikaCoreProperties.EmbeddedResourceType;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;

/// Reads the files embedded in an office file while Tika comes upon them, and keeps them until the
/// document's own text has ended. Of pictures those that show pages are read; thumbnails, macros
/// and the like are left out. For one file.
final class OfficeAttachments implements EmbeddedDocumentExtractor {
    private final Unpacking unpacking;
    private final List<Member> members = new ArrayList<>();

    OfficeAttachments(Unpacking unpacking) {
        this.unpacking = unpacking;
    }

    /// Adds what was read to the document of the office file.
    void addTo(TextAssembly assembly) {
        for (Member member : members) {
            // Formulas, form controls and other parts of programs are no files of their own.
            boolean file =
                    !(member.outcome() instanceof ParseOutcome.Unsupported
                            || member.outcome() instanceof ParseOutcome.Empty);
            if (file) {
                member.addTo(assembly, 1);
            }
        }
    }

    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
        @Nullable String role = metadata.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE);
        if (isPicture(metadata)) {
            return !EmbeddedResourceType.THUMBNAIL.toString().equals(role);
        }
        return role == null
                || role.equals(EmbeddedResourceType.ATTACHMENT.toString())
                || role.equals(EmbeddedResourceType.ALTERNATE_FORMAT_CHUNK.toString());
    }

    @Override
    public void parseEmbedded(
            InputStream stream, ContentHandler handler, Metadata metadata, boolean html) {
        @Nullable String given = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
        String name = given == null ? "" : given.replace('\\', '/');
        Member member = unpacking.read(Unpacking.Container.DOCUMENT, name, () -> open(stream));
        // Nobody gave a picture in a text the name that it has in the file.
        members.add(isPicture(metadata) ? new Member("", member.outcome()) : member);
    }

    private static boolean isPicture(Metadata metadata) {
        @Nullable String mediaType = metadata.get(Metadata.CONTENT_TYPE);
        return mediaType != null && mediaType.toLowerCase(Locale.ROOT).startsWith("image/");
    }

    private static InputStream open(InputStream stream) throws IOException {
        boolean compound =
                stream instanceof TikaInputStream tika
                        && tika.getOpenContainer() instanceof DirectoryNode;
        return compound
                ? compoundFile((DirectoryNode) ((TikaInputStream) stream).getOpenContainer())
                : CloseShieldInputStream.wrap(stream);
    }

    /// A folder of a compound file as a compound file of its own.
    private static InputStream compoundFile(DirectoryNode folder) throws IOException {
        try (var file = new POIFSFileSystem()) {
            EntryUtils.copyNodes(folder, file.getRoot());
            file.getRoot().setStorageClsid(folder.getStorageClsid());
            var bytes = new ByteArrayOutputStream();
            file.writeFilesystem(bytes);
            return new ByteArrayInputStream(bytes.toByteArray());
        }
    }
}
