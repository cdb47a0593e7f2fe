package org.fumikura.app.models;

import org.fumikura.inference.remote.Endpoint;

/// A model on another machine as a person typed it in.
///
/// @param name letters, digits and `-_.`
/// @param address of the server, as `http://server:8080/v1`
/// @param model the server's name for it; empty for the first that it lists
/// @param key empty if the server asks for none
public record EndpointDraft(
        String name, String address, String model, String key, Endpoint.Role role) {
    public EndpointDraft {
        name = name.strip();
        address = address.strip();
        model = model.strip();
        key = key.strip();
    }

    /// Without the key.
    @Override
    public String toString() {
        return "EndpointDraft[" + name + ", " + address + ", " + model + ", " + role + "]";
    }
}
