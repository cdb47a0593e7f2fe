package org.fumikura.app.models;

import java.util.Optional;

/// The person's choices, with a chat model in the place of theirs for a while. Only in memory: at
/// the next start all is as they chose. May be used from any thread.
final class LendableChoices implements ModelChoices {
    private final ModelChoices own;
    private Optional<String> lent = Optional.empty();

    LendableChoices(ModelChoices own) {
        this.own = own;
    }

    @Override
    public synchronized Optional<String> chosen(ModelCard.Role role) {
        return role == ModelCard.Role.CHAT ? lent.or(() -> own.chosen(role)) : own.chosen(role);
    }

    /// Remembers a choice; that of a chat model ends a loan.
    @Override
    public synchronized void choose(ModelCard.Role role, String id) {
        own.choose(role, id);
        if (role == ModelCard.Role.CHAT) {
            lent = Optional.empty();
        }
    }

    /// Puts a chat model in the place of the person's own.
    synchronized void lend(String id) {
        lent = Optional.of(id);
    }

    /// Ends a loan, if there is one.
    synchronized void giveBack() {
        lent = Optional.empty();
    }
}
