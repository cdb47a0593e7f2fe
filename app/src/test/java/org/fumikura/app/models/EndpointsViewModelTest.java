package org.fumikura.app.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import org.fumikura.app.fakes.ImmediateUi;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.remote.Endpoint;
import org.junit.jupiter.api.Test;

class EndpointsViewModelTest {
    private static final EndpointDraft DRAFT =
            new EndpointDraft(
                    " office ", "http://server:8080/v1 ", "", "secret", Endpoint.Role.CHAT);

    private final List<String> changes = new ArrayList<>();

    private EndpointsViewModel model(EndpointSetup setup) {
        return new EndpointsViewModel(
                new ImmediateUi().lanes(), setup, () -> changes.add("changed"));
    }

    private static EndpointSetup failing(RuntimeException fault) {
        return new EndpointSetup() {
            @Override
            public String add(EndpointDraft draft) {
                throw fault;
            }

            @Override
            public void forget(String id) {
                throw fault;
            }
        };
    }

    @Test
    void addedModelIsToldAndTheListReadAgain() {
        EndpointsViewModel model =
                model(
                        new EndpointSetup() {
                            @Override
                            public String add(EndpointDraft draft) {
                                return draft.name() + "|" + draft.address();
                            }

                            @Override
                            public void forget(String id) {}
                        });
        model.add(DRAFT);
        assertEquals(new EndpointState.Added("office|http://server:8080/v1"), model.state().get());
        assertEquals(List.of("changed"), changes);
    }

    @Test
    void unreachableServerIsToldAndNothingChanges() {
        var fault =
                new InferenceException(InferenceException.Code.ENDPOINT_UNREACHABLE, "server:8080");
        EndpointsViewModel model = model(failing(fault));
        model.add(DRAFT);
        assertEquals(new EndpointState.Failed(fault), model.state().get());
        assertEquals(List.of(), changes);
    }

    @Test
    void nameThatCannotBeOneIsToldApart() {
        EndpointsViewModel model = model(failing(new IllegalArgumentException("bad name")));
        model.add(DRAFT);
        assertEquals(new EndpointState.Mistyped(), model.state().get());
    }

    @Test
    void keyIsNeverWrittenOut() {
        assertFalse(DRAFT.toString().contains("secret"));
    }
}
