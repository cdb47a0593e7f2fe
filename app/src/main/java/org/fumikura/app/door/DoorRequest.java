package org.fumikura.app.door;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a second start of the program asks of the window that is open.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "request")
@JsonSubTypes({
    @JsonSubTypes.Type(value = DoorRequest.Show.class, name = "show"),
    @JsonSubTypes.Type(value = DoorRequest.Add.class, name = "add")
})
public sealed interface DoorRequest {
    /// Come to the front. Done at once.
    record Show() implements DoorRequest {}

    /// Take files and folders into the library. Done when they are searchable by words and by
    /// meaning, or have a problem.
    ///
    /// @param paths absolute
    /// @param collection to put them into too; null for none
    record Add(List<String> paths, @Nullable String collection) implements DoorRequest {
        public Add {
            paths = List.copyOf(paths);
        }

        /// The same of paths that may be relative to this process's folder.
        public static Add of(List<Path> paths, @Nullable String collection) {
            return new Add(
                    paths.stream().map(path -> path.toAbsolutePath().toString()).toList(),
                    collection);
        }

        /// The paths as such.
        public List<Path> files() {
            return paths.stream().map(Path::of).toList();
        }
    }
}
