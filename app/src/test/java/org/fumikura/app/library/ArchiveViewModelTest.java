package org.fumikura.app.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.fumikura.app.fakes.ImmediateUi;
import org.fumikura.rag.RagException;
import org.fumikura.rag.library.archive.Progress;
import org.junit.jupiter.api.Test;

class ArchiveViewModelTest {
    private static final Path FILE = Path.of("/disk/library.zip");

    private final Transfer transfer = new Transfer();
    private final BlockingQueue<ArchiveState> states = new LinkedBlockingQueue<>();
    private int files;
    private final ArchiveViewModel model =
            new ArchiveViewModel(new ImmediateUi(), transfer, () -> files);

    ArchiveViewModelTest() {
        model.state().subscribe(states::add);
    }

    @Test
    void anExportTellsHowFarItIsAndWhatItCameTo() throws InterruptedException {
        model.exportTo(FILE);
        assertEquals(
                List.of(
                        new ArchiveState.Idle(),
                        new ArchiveState.Exporting(FILE, 0, 0),
                        new ArchiveState.Exporting(FILE, 1, 2),
                        new ArchiveState.Exporting(FILE, 2, 2),
                        new ArchiveState.Exported(FILE, 2)),
                next(5));
    }

    @Test
    void anImportIntoAnEmptyLibraryBeginsAtOnce() throws InterruptedException {
        model.importFrom(FILE);
        assertEquals(new ArchiveState.Imported(FILE), next(5).getLast());
    }

    @Test
    void anImportInThePlaceOfALibraryIsAskedForFirst() throws InterruptedException {
        files = 3;
        model.importFrom(FILE);
        assertEquals(new ArchiveState.Asking(FILE, 3), next(2).getLast());
        model.cancel();
        assertEquals(new ArchiveState.Idle(), next(1).getLast());
        model.replace();
        model.importFrom(FILE);
        assertEquals(new ArchiveState.Asking(FILE, 3), next(1).getLast());
        model.replace();
        assertEquals(new ArchiveState.Imported(FILE), next(4).getLast());
    }

    @Test
    void itIsStoppedWhileItRuns() throws InterruptedException {
        transfer.endless = true;
        model.exportTo(FILE);
        transfer.begun.await();
        model.exportTo(FILE.resolveSibling("another.zip"));
        model.cancel();
        assertEquals(new ArchiveState.Stopped(), next(3).getLast());
        transfer.endless = false;
        model.exportTo(FILE);
        assertEquals(new ArchiveState.Exported(FILE, 2), next(4).getLast());
    }

    @Test
    void closingEndsIt() throws InterruptedException {
        transfer.endless = true;
        model.exportTo(FILE);
        transfer.begun.await();
        model.close();
        assertEquals(new ArchiveState.Stopped(), next(3).getLast());
    }

    @Test
    void aFaultIsSaid() throws InterruptedException {
        transfer.faults = true;
        model.exportTo(FILE);
        assertInstanceOf(ArchiveState.Failed.class, next(3).getLast());
    }

    private List<ArchiveState> next(int count) throws InterruptedException {
        List<ArchiveState> taken = new ArrayList<>();
        while (taken.size() < count) {
            ArchiveState state = states.poll(60, TimeUnit.SECONDS);
            if (state == null) {
                throw new AssertionError("after " + taken);
            }
            taken.add(state);
        }
        return taken;
    }

    private static final class Transfer implements LibraryTransfer {
        private final CountDownLatch begun = new CountDownLatch(1);
        private volatile boolean endless;
        private volatile boolean faults;

        @Override
        public long pack(Path archive, Progress progress) {
            unpack(archive, progress);
            return 2;
        }

        @Override
        public void unpack(Path archive, Progress progress) {
            begun.countDown();
            if (faults) {
                throw new RagException(RagException.Code.DISK_FULL, archive.toString());
            }
            if (endless) {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException stop) {
                    throw new CancellationException();
                }
            }
            progress.at(1, 2);
            progress.at(2, 2);
        }
    }
}
