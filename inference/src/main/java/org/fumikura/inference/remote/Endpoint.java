package org.fumikura.inference.remote;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.net.URI;
import java.util.regex.Pattern;

/// A model on another machine.
///
/// @param name what the person calls it
/// @param address where its protocol begins, usually ending in `/v1`; http or https
/// @param model the server's name for the model
/// @param role what it is for
/// @param dimension length of its vectors; 0 for a model that writes
public record Endpoint(String name, URI address, String model, Role role, int dimension) {
    /// What the ids of endpoints begin with, which no local model's id does.
    public static final String ID_START = "endpoint:";

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");

    /// What a remote model is for.
    public enum Role {
        /// Writes answers.
        CHAT,
        /// Turns text into vectors.
        EMBEDDING
    }

    /// @throws IllegalArgumentException if the name or the address is none
    public Endpoint {
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("bad name: " + name);
        }
        if (!web || address.getHost() == null || address.getUserInfo() != null) {
            throw new IllegalArgumentException("bad address: " + address);
        }
        if (model.isBlank() || model.endsWith("/") || (role == Role.EMBEDDING) != (dimension > 0)) {
            throw new IllegalArgumentException("bad model of " + name);
        }
    }

    /// What it is called among all models.
    @JsonIgnore
    public String id() {
        return ID_START + name;
    }

    /// Model and machine, as answers and lists name it. Servers often name models by their path or
    /// their maker; the last part says enough.
    @JsonIgnore
    public String label() {
        return model.substring(model.lastIndexOf('/') + 1) + " @ " + address.getHost();
    }

    /// Whether a label names a model on another machine.
    public static boolean isLabel(String label) {
        return label.contains(" @ ");
    }
}
