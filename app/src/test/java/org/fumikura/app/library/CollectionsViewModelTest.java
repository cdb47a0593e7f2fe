package org.fumikura.app.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.fumikura.app.fakes.FakeCollections;
import org.fumikura.app.fakes.ImmediateUi;
import org.fumikura.rag.library.LibraryCollection;
import org.junit.jupiter.api.Test;

class CollectionsViewModelTest {
    private static final Path LEASE = Path.of("/documents/lease.pdf");
    private static final Path TAXES = Path.of("/documents/taxes");

    private final List<Path> taken = new ArrayList<>();
    private final AtomicInteger changes = new AtomicInteger();
    private final CollectionsViewModel model =
            new CollectionsViewModel(
                    new ImmediateUi().lanes(),
                    new FakeCollections(),
                    taken::addAll,
                    changes::incrementAndGet,
                    fault -> {
                        throw fault;
                    });

    @Test
    void newCollectionIsNamedAndHoldsWhatWasChosen() {
        model.startNew(List.of(LEASE));
        model.name("  ");
        assertEquals(new CollectionsState.Naming(List.of(LEASE)), model.state().get());

        model.name(" Home ");
        assertEquals(new CollectionsState.Open("Home"), model.state().get());
        assertEquals(List.of(new LibraryCollection("Home", List.of(LEASE), 0)), model.all());
        assertEquals(1, changes.get());
        assertEquals(List.of(), taken, "they are in the library");
    }

    @Test
    void whatIsAddedGoesIntoTheLibraryToo() {
        model.startNew(List.of());
        model.name("Home");
        model.add("Home", List.of(TAXES));
        assertEquals(List.of(TAXES), taken);

        model.takeOut("Home", TAXES);
        assertEquals(List.of(new LibraryCollection("Home", List.of(), 0)), model.all());
    }

    @Test
    void collectionIsRenamedUnlessTheNameIsTaken() {
        model.put("Home", List.of(LEASE));
        model.put("Work", List.of());
        model.open("Home");
        model.rename("Home", "Work");
        model.rename("Home", " ");
        assertEquals(new CollectionsState.Open("Home"), model.state().get());

        model.rename("Home", "Flat");
        assertEquals(new CollectionsState.Open("Flat"), model.state().get());
        assertEquals(
                List.of("Flat", "Work"),
                model.all().stream().map(LibraryCollection::name).toList());
    }

    @Test
    void deletedCollectionIsClosed() {
        model.put("Home", List.of(LEASE));
        model.open("Home");
        model.delete("Home");
        assertEquals(new CollectionsState.Closed(), model.state().get());
        assertEquals(List.of(), model.all());
    }
}
