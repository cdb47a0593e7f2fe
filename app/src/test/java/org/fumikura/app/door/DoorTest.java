package org.fumikura.app.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoorTest {
    private static final DoorRequest SHOW = new DoorRequest.Show();

    @TempDir private Path home;

    @Test
    void whatIsHandedOverArrivesAsItWas() throws Exception {
        var heard = new LinkedBlockingQueue<DoorRequest>();
        var add =
                DoorRequest.Add.of(
                        List.of(Path.of("/notes/茶 \"quoted\".md"), Path.of("here.txt")), "お茶");
        try (Door door = open()) {
            door.answer(request -> {
                heard.add(request);
                return CompletableFuture.completedFuture(request);
            });
            assertEquals(Handover.DONE, Visitor.hand(home, SHOW, () -> {}));
            assertEquals(Handover.DONE, Visitor.hand(home, add, () -> {}));
        }
        assertEquals(SHOW, heard.poll());
        assertEquals(add, heard.poll());
        assertEquals(Path.of("here.txt").toAbsolutePath(), add.files().get(1));
    }

    @Test
    void theVisitorWaitsUntilTheRequestIsDone() throws Exception {
        var result = new CompletableFuture<String>();
        var heard = new CountDownLatch(1);
        try (Door door = open()) {
            CompletableFuture<Handover> visit =
                    CompletableFuture.supplyAsync(() -> Visitor.hand(home, SHOW, heard::countDown));
            assertTrue(heard.await(60, TimeUnit.SECONDS));
            // Nobody answers the door yet: the window is only being opened.
            door.answer(_ -> result);
            assertFalse(visit.isDone());
            result.complete("");
            assertEquals(Handover.DONE, visit.get(60, TimeUnit.SECONDS));
        }
    }

    @Test
    void whatCannotBeDoneIsSaidSo() {
        try (Door door = open()) {
            door.answer(_ -> CompletableFuture.failedFuture(new IllegalStateException("no")));
            assertEquals(Handover.FAILED, Visitor.hand(home, SHOW, () -> {}));
        }
    }

    @Test
    void aWindowThatClosesBreaksTheVisitOff() throws Exception {
        var heard = new CountDownLatch(1);
        Door door = open();
        door.answer(_ -> new CompletableFuture<>());
        CompletableFuture<Handover> visit =
                CompletableFuture.supplyAsync(() -> Visitor.hand(home, SHOW, heard::countDown));
        assertTrue(heard.await(60, TimeUnit.SECONDS));
        door.close();
        assertEquals(Handover.BROKEN_OFF, visit.get(60, TimeUnit.SECONDS));
    }

    @Test
    void withoutAWindowNobodyIsThere() throws IOException {
        assertEquals(Handover.NOBODY, Visitor.hand(home, SHOW, () -> {}));
        open().close();
        assertEquals(Handover.NOBODY, Visitor.hand(home, SHOW, () -> {}));
        try (var files = Files.list(home)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void theDoorOfAKilledWindowIsSeenThroughAndReplaced() throws IOException {
        Path socket = DoorPlate.place();
        // What is left of a socket whose process was killed: a file that nobody listens at.
        Files.createFile(socket);
        DoorPlate.of(home).write(socket);
        assertEquals(Handover.NOBODY, Visitor.hand(home, SHOW, () -> {}));
        try (Door door = open()) {
            assertFalse(Files.exists(socket.getParent()));
            door.answer(CompletableFuture::completedFuture);
            assertEquals(Handover.DONE, Visitor.hand(home, SHOW, () -> {}));
        }
    }

    @Test
    void aPlateThatNamesAnotherFileTakesNothingAway() throws IOException {
        Path other = Files.writeString(home.resolve("s"), "a file of the person");
        DoorPlate.of(home).write(other);
        open().close();
        assertTrue(Files.exists(other));
    }

    private Door open() {
        return Door.open(home).orElseThrow();
    }
}
