package org.fumikura.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.fumikura.app.door.DoorRequest;
import org.fumikura.app.fakes.FakeCollections;
import org.fumikura.app.fakes.FakeLibrary;
import org.fumikura.app.fakes.ImmediateUi;
import org.junit.jupiter.api.Test;

class DoorKeeperTest {
    private static final Path NOTES = Path.of("/documents/notes").toAbsolutePath();

    private final FakeLibrary library = new FakeLibrary();
    private final FakeCollections collections = new FakeCollections();
    private final AtomicInteger shown = new AtomicInteger();
    private final AtomicInteger changed = new AtomicInteger();
    private final DoorKeeper keeper =
            new DoorKeeper(
                    new ImmediateUi(),
                    library,
                    collections,
                    shown::incrementAndGet,
                    changed::incrementAndGet);

    @Test
    void whoStartsTheProgramAgainSeesTheWindow() {
        assertTrue(keeper.apply(new DoorRequest.Show()).isDone());
        assertEquals(1, shown.get());
        assertEquals(List.of(), library.added());
    }

    @Test
    void filesGoIntoTheLibraryAndTheWindowStaysWhereItIs() {
        keeper.apply(DoorRequest.Add.of(List.of(NOTES), null)).join();
        assertEquals(List.of(NOTES), library.added());
        assertEquals(0, shown.get());
        assertEquals(0, changed.get());
    }

    @Test
    void theCollectionIsMadeAndShown() {
        keeper.apply(DoorRequest.Add.of(List.of(NOTES), "Work")).join();
        assertEquals(List.of("Work"), collections.all().stream().map(c -> c.name()).toList());
        assertEquals(1, changed.get());
    }
}
