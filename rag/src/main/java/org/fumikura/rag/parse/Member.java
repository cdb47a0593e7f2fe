package org.fumikura.rag.parse;

/// A file that was inside another, as it was read.
///
/// @param name with its folders, parted by slashes; empty if it has none
record Member(String name, ParseOutcome outcome) {
    /// Adds the member's document to that of its container: its name as a heading of `level`, its
    /// own headings below. Of a member that was not read only the name is added.
    void addTo(TextAssembly container, int level) {
        if (outcome instanceof ParseOutcome.Parsed(var document)) {
            container.append(document, name, level);
        } else {
            container.heading(name, level);
            container.add(missed());
        }
    }

    private Quality missed() {
        return switch (outcome) {
            case ParseOutcome.Parsed _, ParseOutcome.Empty _, ParseOutcome.Unsupported _ ->
                    Quality.FULL;
            case ParseOutcome.NeedsPassword _ -> new Quality(0, 0, 0, 1, 0);
            case ParseOutcome.NeedsOcr(int pages) -> new Quality(pages, 0, 0, 0, 0);
            case ParseOutcome.CannotUnlock _,
                    ParseOutcome.Damaged _,
                    ParseOutcome.Inaccessible _,
                    ParseOutcome.TooLarge _,
                    ParseOutcome.Stopped _ ->
                    new Quality(0, 0, 0, 0, 1);
        };
    }
}
