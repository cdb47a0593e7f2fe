package org.fumikura.inference.ffm;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.fumikura.inference.engine.RuntimeFault.Reason;
import org.fumikura.inference.engine.RuntimeUnusableException;
import org.fumikura.inference.engine.RuntimeVersion;

/// The shared libraries, loaded and found to be the ones this package was written for. They stay
/// until the process ends.
final class LlamaLibrary {
    /// libllama alone: it finds its neighbours, and the devices' libraries are loaded by ggml. A
    /// build's device may be part of the name (`libllama.cuda.v0.5.0.so`).
    private static final Pattern FILE =
            Pattern.compile("(lib)?llama(\\.(cuda|vulkan|metal))?(\\.v?[0-9.]+)?\\.(so|dylib|dll)");

    private static final Pattern VERSION = Pattern.compile("v?0\\.5\\.0(-.*)?");
    private static final long LONGEST_TEXT = 1 << 20;

    private final LlamaApi api;
    private final RuntimeVersion version;

    private LlamaLibrary(LlamaApi api, RuntimeVersion version) {
        this.api = api;
        this.version = version;
    }

    /// Loads the libraries of a folder.
    ///
    /// @throws RuntimeUnusableException if that is not possible, or they are others than expected
    static LlamaLibrary open(Path folder) {
        Path file = file(folder);
        LlamaApi api = NativeBinding.bind(LlamaApi.class, load(file));
        String version = text(api.llamaVersion());
        if (!VERSION.matcher(version).matches()) {
            throw new RuntimeUnusableException(Reason.VERSION_UNKNOWN, version);
        }
        silence(api);
        LayoutCheck.require(api);
        api.llamaBackendInit();
        try (Arena arena = Arena.ofConfined()) {
            api.ggmlBackendLoadAllFromPath(arena.allocateFrom(folder.toAbsolutePath().toString()));
        }
        return new LlamaLibrary(api, new RuntimeVersion("llama.cpp", version, devices(api)));
    }

    private static Path file(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (FILE.matcher(file.getFileName().toString()).matches()) {
                    return file.toAbsolutePath();
                }
            }
        } catch (IOException e) {
            throw new RuntimeUnusableException(Reason.MISSING, folder.toString());
        }
        throw new RuntimeUnusableException(Reason.MISSING, folder.toString());
    }

    private static SymbolLookup load(Path file) {
        try {
            return SymbolLookup.libraryLookup(file, Arena.global());
        } catch (IllegalArgumentException e) {
            throw new RuntimeUnusableException(Reason.NOT_LOADABLE, file.getFileName().toString());
        }
    }

    private static String devices(LlamaApi api) {
        Set<String> names = new LinkedHashSet<>();
        for (long i = 0; i < api.ggmlBackendDevCount(); i++) {
            names.add(text(api.ggmlBackendDevName(api.ggmlBackendDevGet(i))));
        }
        if (names.isEmpty()) {
            throw new RuntimeUnusableException(Reason.NO_DEVICE, "");
        }
        return String.join(", ", names);
    }

    /// The library's messages hold texts: `abs` takes them, a function that every C library has and
    /// that does nothing with its arguments but return one.
    private static void silence(LlamaApi api) {
        MemorySegment abs =
                Linker.nativeLinker()
                        .defaultLookup()
                        .find("abs")
                        .orElseThrow(
                                () -> new RuntimeUnusableException(Reason.SYMBOL_MISSING, "abs"));
        api.llamaLogSet(abs, MemorySegment.NULL);
    }

    /// Runs a load while looking through the library's messages, which hold no document's text
    /// then.
    ///
    /// @return whether one of them said that the model's network is unknown
    boolean saysUnknownArchitecture(Runnable load) {
        try (Arena arena = Arena.ofShared()) {
            LoadMessages messages = new LoadMessages();
            api.llamaLogSet(messages.callback(arena), MemorySegment.NULL);
            try {
                load.run();
            } finally {
                silence(api);
            }
            return messages.sayUnknownArchitecture();
        }
    }

    LlamaApi api() {
        return api;
    }

    RuntimeVersion version() {
        return version;
    }

    /// The text at a C string's address; empty for none.
    static String text(MemorySegment address) {
        return address.equals(MemorySegment.NULL)
                ? ""
                : address.reinterpret(LONGEST_TEXT).getString(0);
    }

    /// A C callback without state.
    static MemorySegment callback(
            Object target, String method, MethodType type, FunctionDescriptor form, Arena arena) {
        try {
            return Linker.nativeLinker()
                    .upcallStub(
                            MethodHandles.lookup()
                                    .findVirtual(target.getClass(), method, type)
                                    .bindTo(target),
                            form,
                            arena);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Listens to a load.
    static final class LoadMessages {
        private volatile boolean unknownArchitecture;

        MemorySegment callback(Arena arena) {
            return LlamaLibrary.callback(
                    this,
                    "message",
                    MethodType.methodType(
                            void.class, int.class, MemorySegment.class, MemorySegment.class),
                    FunctionDescriptor.ofVoid(
                            ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS),
                    arena);
        }

        void message(int level, MemorySegment text, MemorySegment data) {
            if (text(text).contains("unknown model architecture")) {
                unknownArchitecture = true;
            }
        }

        boolean sayUnknownArchitecture() {
            return unknownArchitecture;
        }
    }
}
