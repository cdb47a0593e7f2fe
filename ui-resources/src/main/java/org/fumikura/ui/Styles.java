package org.fumikura.ui;

/// The style classes that the style sheet defines. A class that is not here is not ours.
public final class Styles {
    public static final String SIDEBAR = "sidebar";
    public static final String SIDEBAR_TITLE = "sidebar-title";
    public static final String SIDEBAR_ENTRY = "sidebar-entry";
    public static final String CONVERSATIONS = "conversations";
    public static final String CONVERSATION = "conversation";
    public static final String SEARCH = "search";
    public static final String CHAT = "chat";
    public static final String TURNS = "turns";
    public static final String QUESTION = "question";
    public static final String ANSWER = "answer";
    public static final String ANSWER_FOOT = "answer-foot";
    public static final String PROSE = "prose";
    public static final String EDGE = "edge";
    public static final String PARAGRAPH = "paragraph";
    public static final String HEADING = "heading";
    public static final String CODE = "code";
    public static final String CODE_BLOCK = "code-block";
    public static final String QUOTATION = "quotation";
    public static final String STRONG = "strong";
    public static final String EMPHASIS = "emphasis";
    public static final String DRAFT = "draft";
    public static final String UNSUPPORTED = "unsupported";
    public static final String UNSUPPORTED_MARK = "unsupported-mark";
    public static final String OWN = "own";
    public static final String OWN_MARK = "own-mark";
    public static final String LEFT_OUT = "left-out";

    /// The form that edits a template.
    public static final String TEMPLATE_FORM = "template-form";

    /// What a model thought before it answered.
    public static final String THOUGHTS = "thoughts";

    public static final String CITATION = "citation";
    public static final String REFERENCE = "reference";
    public static final String CARD = "notice";
    public static final String CARD_TITLE = "notice-title";
    public static final String CARD_ERROR = "notice-error";
    public static final String CARD_REFUSAL = "notice-refusal";
    public static final String CARD_WARNING = "notice-warning";
    public static final String HIT = "hit";
    public static final String HITS = "hits";
    public static final String JUDGE = "judge";
    public static final String SOURCE = "source";
    public static final String FIGURE = "figure";
    public static final String NOTE = "note";
    public static final String SEARCH_HEAD = "search-head";
    public static final String SEARCH_BOX = "search-box";
    public static final String EXAMPLE = "example";
    public static final String COMPOSER = "composer";
    public static final String COMPOSER_BOX = "composer-box";
    public static final String NOTE_FIELD = "note-field";
    public static final String NOTE_LIST = "note-list";
    public static final String PROPOSING = "proposing";
    public static final String COMPLETIONS = "completions";
    public static final String COMPLETION = "completion";
    public static final String SEND = "send";
    public static final String HINT = "hint";
    public static final String MUTED = "muted";
    public static final String PANEL = "panel";
    public static final String PANEL_HEAD = "panel-head";
    public static final String PANEL_TITLE = "panel-title";
    public static final String PAGE = "page";
    public static final String PAGE_TEXT = "page-text";
    public static final String PAGE_PICTURE = "page-picture";
    public static final String PAGE_MARK = "page-mark";
    public static final String FILES = "files";
    public static final String FILE = "file";
    public static final String FILE_NAME = "file-name";
    public static final String STATE_GOOD = "state-good";
    public static final String STATE_BUSY = "state-busy";
    public static final String STATE_BAD = "state-bad";
    public static final String STATUS_BAR = "status-bar";
    public static final String STATUS_ITEM = "status-item";
    public static final String DROP = "drop";
    public static final String DROP_BOX = "drop-box";
    public static final String WELCOME = "welcome";
    public static final String WELCOME_TITLE = "welcome-title";
    public static final String STEP = "step";
    public static final String STEP_NUMBER = "step-number";
    public static final String STEP_DONE = "step-done";
    public static final String STEP_TITLE = "step-title";
    public static final String SUGGESTION = "suggestion";
    public static final String MODEL = "model";
    public static final String COLLECTION = "collection";
    public static final String TOAST = "toast";
    public static final String ICON_BUTTON = "icon-button";
    public static final String SELECTION = "selection";
    public static final String HIGHLIGHT = "highlight";

    private Styles() {}
}
