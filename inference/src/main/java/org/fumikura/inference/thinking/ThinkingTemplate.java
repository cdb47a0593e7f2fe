package org.fumikura.inference.thinking;

import java.util.Optional;

/// How a model thinks, by the chat template in its file. The runtimes write the common templates by
/// themselves and know nothing of thoughts: what they write is completed here.
///
/// @param marks around a thought
/// @param opens whether the template begins every answer with a thought
public record ThinkingTemplate(ThinkingMarks marks, boolean opens) {
    private static final String GENERATION = "add_generation_prompt";

    /// That of a template that knows of thoughts.
    public static Optional<ThinkingTemplate> of(String template) {
        String end = template.substring(Math.max(0, template.lastIndexOf(GENERATION)));
        return ThinkingMarks.in(template)
                .map(marks ->
                        new ThinkingTemplate(
                                marks,
                                end.startsWith(GENERATION)
                                        && end.contains(marks.open())
                                        && !end.contains(marks.close())));
    }

    /// `prompt`, a conversation as a runtime writes it, ready for an answer with a thought.
    public String thinking(String prompt) {
        return opens && !isOpenIn(prompt) ? prompt + marks.open() + "\n" : prompt;
    }

    /// The same ready for an answer without one: the model is shown that it has thought already, as
    /// Qwen3's own template does.
    public String atOnce(String prompt) {
        String open = isOpenIn(prompt) ? "" : marks.open();
        return prompt + open + "\n\n" + marks.close() + "\n\n";
    }

    /// Whether a prompt ends within a thought just begun.
    public boolean isOpenIn(String prompt) {
        return prompt.stripTrailing().endsWith(marks.open());
    }
}
