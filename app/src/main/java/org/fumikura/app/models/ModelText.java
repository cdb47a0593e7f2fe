package org.fumikura.app.models;

import org.fumikura.app.text.FailureText;
import org.fumikura.app.text.Sizes;
import org.fumikura.ui.Messages;

/// Models in words.
public final class ModelText {
    private ModelText() {}

    /// A model's state in a word or two.
    public static String state(Messages messages, ModelState state) {
        return switch (state) {
            case ModelState.Missing _ -> messages.get("model.state.missing");
            case ModelState.Fetching now -> fetching(messages, now.done(), now.total());
            case ModelState.Checking _ -> messages.get("model.state.checking");
            case ModelState.Installed _ -> messages.get("model.state.installed");
            case ModelState.Loading _ -> messages.get("model.state.loading");
            case ModelState.Ready _ -> messages.get("model.state.ready");
            case ModelState.Failed failed -> FailureText.of(messages, failed.fault()).title();
        };
    }

    /// How far fetching has come, such as "430 MB of 1.1 GB".
    public static String fetching(Messages messages, long done, long total) {
        return total > 0
                ? messages.get(
                        "model.state.fetching",
                        Sizes.bytes(messages, done),
                        Sizes.bytes(messages, total))
                : messages.get("model.state.fetching-some", Sizes.bytes(messages, done));
    }

    /// What a model is for, its size and its licence, in one line.
    public static String about(Messages messages, ModelCard card) {
        if (card.place() == ModelCard.Place.ELSEWHERE) {
            return messages.get("model.about-elsewhere", messages.get("model.role." + card.role()));
        }
        return messages.get(
                "model.about",
                messages.get("model.role." + card.role()),
                Sizes.bytes(messages, card.sizeBytes()),
                card.licence().isEmpty() ? messages.get("model.licence.unknown") : card.licence());
    }
}
