package org.fumikura.app.note;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.fumikura.app.fx.Busy;
import org.fumikura.app.fx.Prose;
import org.fumikura.app.fx.UiThread;
import org.fumikura.app.fx.View;
import org.fumikura.app.text.FailureText;
import org.fumikura.app.viewer.Place;
import org.fumikura.rag.note.Proposal;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;

/// Below a note: what can be done, how a proposal is coming along, and what bears it out.
final class OfferView extends View {
    private final ProposalViewModel model;
    private final Messages messages;
    private final UiThread ui;
    private final BiConsumer<List<Place>, Integer> open;
    private final VBox node = new VBox(2);
    private String hint = "";

    /// @param open opens one of several places
    OfferView(
            ProposalViewModel model,
            Messages messages,
            UiThread ui,
            BiConsumer<List<Place>, Integer> open) {
        this.model = model;
        this.messages = messages;
        this.ui = ui;
        this.open = open;
        node.setId("offer");
        keep(model.state().subscribe(this::show));
    }

    /// Says what the model does with what is written.
    void explain(String text) {
        hint = text;
        show(model.state().get());
    }

    @Override
    public Node node() {
        return node;
    }

    private void show(ProposalState state) {
        node.getChildren()
                .setAll(
                        switch (state) {
                            case ProposalState.Quiet _ -> List.of(muted(hint));
                            case ProposalState.Writing _ ->
                                    List.<Node>of(new Busy(ui, messages.get("notes.writing")));
                            case ProposalState.Offered(Proposal proposal) -> offered(proposal);
                            case ProposalState.Nothing _ ->
                                    List.of(muted(messages.get("notes.nothing")));
                            case ProposalState.Busy _ -> List.of(muted(messages.get("notes.busy")));
                            case ProposalState.Failed(RuntimeException fault) -> failed(fault);
                        });
    }

    private Node muted(String text) {
        return Prose.label(text, Styles.MUTED);
    }

    private List<Node> failed(RuntimeException fault) {
        FailureText text = FailureText.of(messages, fault);
        return List.of(Prose.label(text.title(), Styles.STATE_BAD), muted(text.advice()));
    }

    private List<Node> offered(Proposal proposal) {
        var parts = new ArrayList<Node>();
        parts.add(muted(messages.get("notes.offered")));
        parts.add(
                switch (proposal.support()) {
                    case SUPPORTED -> muted(messages.get("notes.supported"));
                    case PARTLY -> Prose.label(messages.get("notes.partly"), Styles.STATE_BAD);
                    case UNSUPPORTED, OWN, NONE ->
                            Prose.label(messages.get("notes.unsupported"), Styles.STATE_BAD);
                });
        List<Place> places =
                proposal.citations().isEmpty()
                        ? proposal.read().stream().map(Place::of).toList()
                        : proposal.citations().stream().map(Place::of).toList();
        for (int i = 0; i < places.size(); i++) {
            parts.add(new SourceLink(messages, places, i, open));
        }
        return parts;
    }
}
