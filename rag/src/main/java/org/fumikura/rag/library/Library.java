package org.fumikura.rag.library;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/// A person's files, kept searchable. May be used from any thread; work runs on the library's own.
public interface Library extends LibraryContents, AutoCloseable {
    /// Makes ready for files that are about to be added, so that the first is searchable sooner.
    /// Returns at once; may be called often.
    void prepare();

    /// Takes files and folders in, folders with all they hold. A file whose content is already
    /// known and unchanged costs a look at it and no more. Returns at once.
    IngestJob add(Collection<Path> paths);

    /// Reads a file with a password, which opens it or what is locked inside it; it is used this
    /// once and kept nowhere. What was read before stays if the password opens nothing more.
    /// Returns at once.
    IngestJob unlock(Path file, String password);

    /// Takes up what an earlier run left unfinished: files not yet read, documents not yet indexed,
    /// vectors not yet made. Returns at once.
    IngestJob resume();

    /// Whether there is work, and whether it waits.
    WorkState work();

    /// Reads and embeds no more after what is at hand, until [#goOn()], [#stop()] or the end of the
    /// program. Search goes on.
    void pause();

    /// Ends a pause.
    void goOn();

    /// Ends all jobs, and a pause. Files that waited to be read get the problem `STOPPED`, soon,
    /// and are read when they are added again; what is searchable by words only gets its meaning
    /// after the next [#resume()].
    void stop();

    /// Reads and embeds the files at or below these paths before all others, those of them that
    /// wait: the person looks at them, or asks about them.
    void prefer(Collection<Path> paths);

    /// Looks through the folders for what changed since they were last seen, and from then on
    /// watches them until the library is closed: what is new or edited there is read, what is
    /// deleted goes, what is moved keeps its place in the index. A folder that cannot be reached
    /// keeps its files. Returns at once.
    void follow();

    /// Takes the files at or below these paths out of the library, never off the disk. Within a
    /// folder that is followed they stay out until they are added again.
    ///
    /// @return the files taken out
    List<LibraryFile> remove(Collection<Path> paths);

    /// Takes back, for some days after they were taken out or vanished from their folder, the files
    /// at or below these paths; from stored text, with their meaning as it was. Returns at once.
    IngestJob restore(Collection<Path> paths);

    /// Compares the index with what the database says it should hold and takes out what should not
    /// be there; what is missing is made again by the next [#resume()]. Waits for work under way.
    Checkup verify();

    /// Gives back the disk space of what was taken out. Takes long in a large library; searching
    /// goes on.
    void compact();

    /// Puts everything the library holds, as of one moment, into a folder: `library.db` and
    /// `index`. Files that are added meanwhile wait; searching goes on.
    ///
    /// @param folder empty; best on the library's own disk, where the index takes no space
    void copyInto(Path folder);

    /// Calls `listener` for every change from now on, on the library's threads, until the returned
    /// handle is closed. A listener returns quickly and throws nothing.
    Subscription subscribe(Consumer<LibraryEvent> listener);

    /// Stops the work, keeps what is done, and closes the index; the database stays its owner's.
    /// Jobs under way end as cancelled; what is asked of a closed library fails with `CLOSED`.
    @Override
    void close();

    /// Ends a subscription.
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
