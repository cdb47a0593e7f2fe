package org.fumikura.app.models;

/// Models on other machines, as the window adds and forgets them. May be called from any thread;
/// calls wait for the network.
public interface EndpointSetup {
    /// Asks the server whether it has the model, and adds it to the list. It is not chosen by this.
    ///
    /// @return what it is called in the list
    /// @throws IllegalArgumentException if the name or the address cannot be one
    /// @throws org.fumikura.inference.InferenceException as
    ///   [org.fumikura.inference.remote.EndpointProbe#add] says
    String add(EndpointDraft draft);

    /// Forgets the model of this id, and its key. Does nothing if there is none.
    void forget(String id);
}
