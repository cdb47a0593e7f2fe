package org.fumikura.app.models;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.fumikura.inference.CancellationToken;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.Progress;
import org.fumikura.inference.catalog.ModelStore.Verification;
import org.fumikura.inference.catalog.Platform;
import org.fumikura.inference.catalog.RuntimeBuild;
import org.fumikura.inference.catalog.RuntimeDownloader;
import org.fumikura.inference.catalog.RuntimeInstall;
import org.fumikura.inference.catalog.RuntimeStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The current llama.cpp on this machine. Models run without it, on the embedded one, at about half
/// the speed. May be called from any thread.
public final class LocalRuntime {
    /// What a person calls it among the models.
    public static final String ID = "runtime";

    private static final Logger LOG = LoggerFactory.getLogger(LocalRuntime.class);

    private final RuntimeStore store;
    private final RuntimeDownloader downloader;

    public LocalRuntime(RuntimeStore store, RuntimeDownloader downloader) {
        this.store = store;
        this.downloader = downloader;
    }

    /// llama.cpp's version that can be installed.
    public String version() {
        return store.catalog().version();
    }

    /// Its licence, an SPDX identifier.
    public String licence() {
        return store.catalog().licence();
    }

    /// What the models run on, if it is installed.
    public Optional<RuntimeInstall> installed() {
        return store.installed();
    }

    /// Whether this build is installed.
    public boolean isInstalled(RuntimeBuild build) {
        return store.installed(build).isPresent();
    }

    /// The builds for this machine, the one taken when nobody chose first.
    public List<RuntimeBuild> builds() {
        Optional<RuntimeBuild> first = standard();
        Stream<RuntimeBuild> others =
                store.catalog().builds(Platform.here()).stream()
                        .filter(build -> first.filter(build::equals).isEmpty());
        return Stream.concat(first.stream(), others).toList();
    }

    /// The build taken when nobody chose; empty if llama.cpp has none for this machine.
    public Optional<RuntimeBuild> standard() {
        return store.catalog().standard(Platform.here());
    }

    /// What a person calls a build: `runtime`, or for another than the standard one
    /// `runtime-vulkan` and the like.
    public String name(RuntimeBuild build) {
        return standard().filter(build::equals).isPresent()
                ? ID
                : ID + "-" + build.backend().name().toLowerCase(Locale.ROOT);
    }

    /// The build for this machine of that name.
    public Optional<RuntimeBuild> named(String name) {
        return builds().stream().filter(build -> name(build).equals(name)).findFirst();
    }

    /// Brings a build here unless it is here.
    ///
    /// @throws InferenceException as [RuntimeDownloader#get] says
    public void fetch(RuntimeBuild build, Consumer<Progress> progress, CancellationToken cancel) {
        downloader.get(build, progress, cancel);
    }

    /// Brings the standard build here if there is one and none is here. Models run without it, so
    /// that it cannot be had is noted and no more.
    public void fetchIfPossible(CancellationToken cancel) {
        Optional<RuntimeBuild> build = installed().isPresent() ? Optional.empty() : standard();
        try {
            build.ifPresent(wanted -> downloader.get(wanted, _ -> {}, cancel));
        } catch (InferenceException fault) {
            LOG.info("The embedded runtime stays in use: {}", fault.toString());
        }
    }

    /// Compares a build with what it was when it came.
    public Verification verify(RuntimeBuild build) {
        return store.verify(build);
    }

    /// Deletes a build.
    public void remove(RuntimeBuild build) {
        store.remove(build);
    }
}
