package org.fumikura.rag.note;

import org.fumikura.rag.answer.Language;

/// What a model is told to go on with a note, in the note's language.
///
/// @param system the instructions
/// @param context what goes before the sentences before
/// @param begun what goes before the begun sentence
/// @param next what is wanted where none is begun
record ProposalWording(String system, String context, String begun, String next) {
    private static final ProposalWording ENGLISH =
            new ProposalWording(
                    "You help a person who writes notes about their documents. Write their last sentence out in full: begin with the words they have written and finish the sentence with what the passages say. Use only the passages. Write one sentence and nothing else.",
                    "The note so far: ",
                    "Write this sentence out in full: ",
                    "Write the next sentence of the note.");
    private static final ProposalWording JAPANESE =
            new ProposalWording(
                    "資料についてメモを書いている人を手伝います。書きかけの文を、書かれている言葉のまま始めて、資料の内容で終わりまで書いてください。資料にあることだけを使ってください。1文だけを書き、ほかには何も書かないでください。",
                    "ここまでのメモ：",
                    "この文を終わりまで書いてください：",
                    "メモの次の1文を書いてください。");

    static ProposalWording of(Language language) {
        return switch (language) {
            case ENGLISH -> ENGLISH;
            case JAPANESE -> JAPANESE;
        };
    }

    String request(Begun note) {
        String before = note.context().isEmpty() ? "" : context + note.context() + "\n";
        return before + (note.sentence().isEmpty() ? next : begun + note.sentence());
    }
}
