package org.fumikura.app.template;

/// A question, or the beginning of one, that a person saved under a name.
///
/// @param name one line, not blank, 60 characters at the most
/// @param text as [TemplateText] reads it
public record PromptTemplate(String name, String text) {
    private static final int LONGEST_NAME = 60;

    public PromptTemplate {
        if (!isName(name)) {
            throw new IllegalArgumentException("no name");
        }
        if (!(TemplateText.read(text) instanceof TemplateText.Reading.Understood)) {
            throw new IllegalArgumentException("no template");
        }
    }

    /// Whether a template can be called so.
    public static boolean isName(String name) {
        return name.equals(name.strip())
                && !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && name.lines().count() == 1;
    }

    /// The text, read.
    public TemplateText read() {
        return switch (TemplateText.read(text)) {
            case TemplateText.Reading.Understood(TemplateText read) -> read;
            case TemplateText.Reading.StrayBrace _, TemplateText.Reading.Blank _ ->
                    throw new IllegalStateException("checked before");
        };
    }
}
