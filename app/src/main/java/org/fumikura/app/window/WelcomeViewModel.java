package org.fumikura.app.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.fumikura.app.fx.Lanes;
import org.fumikura.app.library.LibraryViewModel;
import org.fumikura.app.models.ModelsViewModel;
import org.fumikura.app.models.SetupState;
import org.fumikura.ui.SampleDocuments;

/// How far a newcomer has come on the way to a first answer. On the UI thread.
public final class WelcomeViewModel {
    private final Lanes lanes;
    private final Path samples;
    private final LibraryViewModel library;
    private final ReadOnlyObjectWrapper<WelcomeState> state =
            new ReadOnlyObjectWrapper<>(new WelcomeState(false, false, false));

    /// @param samples the folder for the sample documents
    public WelcomeViewModel(
            Lanes lanes, Path samples, LibraryViewModel library, ModelsViewModel models) {
        this.lanes = lanes;
        this.samples = samples.toAbsolutePath().normalize();
        this.library = library;
        models.state()
                .subscribe(setup ->
                        state.set(
                                new WelcomeState(
                                        setup instanceof SetupState.Complete,
                                        state.get().documents(),
                                        state.get().samples())));
        library.coverage()
                .subscribe(coverage ->
                        state.set(
                                new WelcomeState(
                                        state.get().models(),
                                        coverage.searchable() > 0,
                                        library.holds(this.samples))));
    }

    public ReadOnlyObjectProperty<WelcomeState> state() {
        return state.getReadOnlyProperty();
    }

    /// Puts the sample documents into the library.
    public void addSamples() {
        lanes.fetch(
                () -> {
                    try {
                        SampleDocuments.copyTo(samples);
                        return List.of(samples);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                library::add,
                library::report);
    }
}
