package org.fumikura.app.models;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.fumikura.app.fx.Prose;
import org.fumikura.app.fx.View;
import org.fumikura.app.text.FailureText;
import org.fumikura.inference.remote.Endpoint;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;

/// The form that adds a model on another machine. It says first what leaves this one.
final class EndpointView extends View {
    private final EndpointsViewModel model;
    private final Messages messages;
    private final TextField name = new TextField();
    private final TextField address = new TextField();
    private final TextField served = new TextField();
    private final PasswordField key = new PasswordField();
    private final ComboBox<Endpoint.Role> role = new ComboBox<>();
    private final Button add;
    private final VBox outcome = new VBox(4);
    private final TitledPane node;

    EndpointView(EndpointsViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        add = new Button(messages.get("models.endpoint.add"));
        add.setId("endpoint-add");
        add.setOnAction(_ -> submit());
        add.disableProperty()
                .bind(name.textProperty().isEmpty().or(address.textProperty().isEmpty()));
        role.getItems().setAll(Endpoint.Role.values());
        role.setValue(Endpoint.Role.CHAT);
        role.setConverter(roles());
        role.setMaxWidth(Double.MAX_VALUE);
        VBox form =
                new VBox(
                        10,
                        Prose.label(messages.get("models.endpoint.about"), Styles.MUTED),
                        field("models.endpoint.name", name, "endpoint-name"),
                        field("models.endpoint.address", address, "endpoint-address"),
                        field("models.endpoint.model", served, "endpoint-model"),
                        field("models.endpoint.key", key, "endpoint-key"),
                        labelled("models.endpoint.role", role),
                        add,
                        outcome);
        name.setPromptText("office");
        address.setPromptText("http://192.168.1.20:8080/v1");
        node = new TitledPane(messages.get("models.endpoint.title"), form);
        node.setId("endpoint");
        node.setExpanded(false);
        node.setAnimated(false);
        keep(model.state().subscribe(this::show));
    }

    @Override
    public Node node() {
        return node;
    }

    private Node field(String label, TextField field, String id) {
        field.setId(id);
        field.setOnAction(_ -> add.fire());
        return labelled(label, field);
    }

    private Node labelled(String text, Node control) {
        Label label = Prose.label(messages.get(text), Styles.MUTED);
        label.setLabelFor(control);
        return new VBox(3, label, control);
    }

    private StringConverter<Endpoint.Role> roles() {
        return new StringConverter<>() {
            @Override
            public String toString(Endpoint.Role role) {
                return switch (role) {
                    case CHAT -> messages.get("models.endpoint.role.chat");
                    case EMBEDDING -> messages.get("models.endpoint.role.embedding");
                };
            }

            @Override
            public Endpoint.Role fromString(String text) {
                return role.getValue();
            }
        };
    }

    private void submit() {
        model.add(
                new EndpointDraft(
                        name.getText(),
                        address.getText(),
                        served.getText(),
                        key.getText(),
                        role.getValue()));
    }

    private void show(EndpointState state) {
        outcome.getChildren().clear();
        switch (state) {
            case EndpointState.Idle _ -> {}
            case EndpointState.Asking _ -> say("models.endpoint.asking", Styles.MUTED);
            case EndpointState.Added added -> {
                name.clear();
                address.clear();
                served.clear();
                key.clear();
                outcome.getChildren()
                        .add(
                                Prose.label(
                                        messages.get("models.endpoint.added", added.label()),
                                        Styles.STATE_GOOD));
            }
            case EndpointState.Mistyped _ -> say("models.endpoint.mistyped", Styles.STATE_BAD);
            case EndpointState.Failed failed -> {
                FailureText text = FailureText.of(messages, failed.fault());
                outcome.getChildren()
                        .addAll(
                                Prose.label(text.title(), Styles.STATE_BAD),
                                Prose.label(text.advice(), Styles.MUTED));
            }
        }
    }

    private void say(String text, String style) {
        outcome.getChildren().add(Prose.label(messages.get(text), style));
    }
}
