package org.fumikura.tests.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/// Compiles classes that break a rule on purpose. Their sources live outside the test sources, so
/// that no gate and no rule ever takes them for code of Fumikura.
final class CanaryCompiler implements AutoCloseable {
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    // One for all canaries: it remembers what is on the class path.
    private final StandardJavaFileManager files =
            compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

    /// Compiles every source in the canary's folder into `output` and reads the classes.
    JavaClasses compile(String canary, Path output) {
        Path folder = SourceTree.root().resolve("tests/src/canaries/architecture").resolve(canary);
        StringWriter messages = new StringWriter();
        try (var sources = Files.list(folder)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            CompilationTask task =
                    compiler.getTask(
                            messages,
                            files,
                            null,
                            List.of("-proc:none", "-nowarn"),
                            null,
                            files.getJavaFileObjectsFromPaths(sources.toList()));
            if (!task.call()) {
                throw new IllegalStateException(folder + " does not compile:\n" + messages);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ClassFileImporter().importPath(output);
    }

    @Override
    public void close() {
        try {
            files.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
