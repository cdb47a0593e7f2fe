package org.fumikura.app.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fumikura.app.Home;
import org.fumikura.app.models.ModelCard;
import org.fumikura.app.models.ModelState;
import org.fumikura.app.models.RuntimeReport;
import org.fumikura.rag.library.FileState;
import org.fumikura.rag.library.LibraryFile;
import org.jspecify.annotations.Nullable;

/// What `status --json` prints.
///
/// @param library null while another Fumikura has it open
record StatusJson(
        String home,
        @JsonProperty("models_folder") String modelsFolder,
        @Nullable LibraryJson library,
        List<ModelJson> models,
        RuntimeJson runtime) {
    static StatusJson of(
            Home home,
            Optional<LibraryJson> library,
            List<ModelCard> chosen,
            RuntimeReport runtime) {
        return new StatusJson(
                home.folder().toString(),
                home.models().toString(),
                library.orElse(null),
                chosen.stream().map(ModelJson::of).toList(),
                new RuntimeJson(
                        runtime.kind(),
                        runtime.version(),
                        runtime.reason().name().toLowerCase(Locale.ROOT),
                        runtime.fault().toLowerCase(Locale.ROOT),
                        runtime.detail()));
    }

    /// Where a model is: `elsewhere`, `installed` or `missing`.
    static String state(ModelCard card) {
        if (card.place() == ModelCard.Place.ELSEWHERE) {
            return "elsewhere";
        }
        return card.state() instanceof ModelState.Missing ? "missing" : "installed";
    }

    record LibraryJson(int files, long searchable, long ready, long problems, int passages) {
        static LibraryJson of(Collection<LibraryFile> files) {
            return new LibraryJson(
                    files.size(),
                    count(files, FileState.SEARCHABLE) + count(files, FileState.READY),
                    count(files, FileState.READY),
                    count(files, FileState.PROBLEM),
                    files.stream().mapToInt(LibraryFile::passages).sum());
        }

        private static long count(Collection<LibraryFile> files, FileState state) {
            return files.stream().filter(file -> file.state() == state).count();
        }
    }

    record ModelJson(
            String role,
            String id,
            String title,
            String state,
            @JsonProperty("leaves_this_machine") boolean leavesThisMachine) {
        static ModelJson of(ModelCard card) {
            return new ModelJson(
                    card.role().name().toLowerCase(Locale.ROOT),
                    card.id(),
                    card.title(),
                    StatusJson.state(card),
                    card.place() == ModelCard.Place.ELSEWHERE);
        }
    }

    record RuntimeJson(String kind, String version, String reason, String fault, String detail) {}
}
