package org.fumikura.app.compare;

import java.util.List;
import java.util.stream.Stream;
import org.fumikura.app.models.ModelCard;
import org.fumikura.app.models.ModelState;
import org.fumikura.app.settings.Principles;
import org.fumikura.rag.answer.Grounding;

/// What writes an answer, and how.
///
/// @param model the model's id
/// @param title the model's name
/// @param principles whether the answer is held against the person's principles
public record Side(String model, String title, Grounding grounding, Principles.Active principles) {
    private static final String BETWEEN = ";";

    /// All that can be compared with these models and principles: each model that is here, from the
    /// documents alone, openly, and by the principles if there are any. The chosen model first.
    public static List<Side> of(List<ModelCard> models, Principles principles) {
        return models.stream()
                .filter(card -> card.role() == ModelCard.Role.CHAT)
                .filter(Side::isHere)
                .sorted((a, b) -> a.use().compareTo(b.use()))
                .flatMap(card -> of(card, principles))
                .toList();
    }

    private static boolean isHere(ModelCard card) {
        return switch (card.state()) {
            case ModelState.Installed _, ModelState.Loading _, ModelState.Ready _ -> true;
            case ModelState.Missing _,
                    ModelState.Fetching _,
                    ModelState.Checking _,
                    ModelState.Failed _ ->
                    false;
        };
    }

    private static Stream<Side> of(ModelCard card, Principles principles) {
        var strict = side(card, Grounding.STRICT, Principles.Active.OFF);
        var open = side(card, Grounding.OPEN, Principles.Active.OFF);
        return principles.text().isBlank()
                ? Stream.of(strict, open)
                : Stream.of(strict, open, side(card, Grounding.STRICT, Principles.Active.ON));
    }

    private static Side side(ModelCard card, Grounding grounding, Principles.Active principles) {
        return new Side(card.id(), card.title(), grounding, principles);
    }

    /// What the side is kept under, the same in every language.
    String key() {
        return String.join(BETWEEN, grounding.name(), principles.name(), title);
    }

    /// The side of a key; its model's id is not in it.
    static Side of(String key) {
        String[] parts = key.split(BETWEEN, 3);
        return new Side(
                "", parts[2], Grounding.valueOf(parts[0]), Principles.Active.valueOf(parts[1]));
    }
}
