package org.fumikura.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import org.fumikura.app.models.ModelCard;
import org.fumikura.app.models.ModelState;
import org.fumikura.app.window.SidePanel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The panels of models and of their settings.
class ModelPanelsTest {
    private static final ModelCard REMOTE =
            new ModelCard(
                    "endpoint:office",
                    ModelCard.Role.CHAT,
                    "large-model @ server.example",
                    "",
                    List.of(),
                    0,
                    0,
                    ModelCard.Fit.FITS,
                    ModelCard.Use.CHOSEN,
                    ModelCard.Place.ELSEWHERE,
                    new ModelState.Ready());

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void settingsAreShownChangedAndRemembered(String language, @TempDir Path home)
            throws Exception {
        Locale locale = Locale.forLanguageTag(language);
        try (UiHarness ui = UiHarness.open(home, locale, new InstalledModels())) {
            ui.click("#open-settings");
            ui.waitForText(ui.messages().get("settings.context.about"));
            ui.waitForText(ui.messages().get("settings.adapter"));
            ui.onFx(() -> {
                choose(ui, "#settings-context", 8192);
                return true;
            });
            assertEquals(8192, ui.onFx(() -> ui.model().tuning().tuning().get().contextTokens()));
            ui.waitForText(ui.messages().get("settings.tokens", 8192));
        }
        try (UiHarness ui = UiHarness.open(home, locale, new InstalledModels())) {
            assertEquals(8192, ui.onFx(() -> ui.model().tuning().tuning().get().contextTokens()));
        }
    }

    @Test
    void droppedModelIsCopiedAndTold(@TempDir Path home) throws Exception {
        try (UiHarness ui = UiHarness.open(home)) {
            ui.onFx(() -> {
                ui.model().drop(List.of(Path.of("mine.GGUF")));
                return true;
            });
            ui.waitForText(ui.messages().get("models.imported", "mine.GGUF"));
            assertEquals(SidePanel.MODELS, ui.onFx(() -> ui.model().arrangement().side().get()));
            assertEquals(0, ui.onFx(() -> ui.model().library().coverage().get().files()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void modelOnAnotherMachineIsMarkedWhereverItShows(String language, @TempDir Path home)
            throws Exception {
        Locale locale = Locale.forLanguageTag(language);
        try (UiHarness ui = UiHarness.open(home, locale, new InstalledModels(REMOTE))) {
            ui.waitForText(ui.messages().get("composer.hint-elsewhere"));
            assertFalse(ui.shows(ui.messages().get("composer.hint")));
            ui.waitForText(
                    ui.messages()
                            .get(
                                    "status.model",
                                    REMOTE.title(),
                                    ui.messages().get("models.leaves")));
            ui.click("#status-model");
            ui.waitForText(ui.messages().get("models.leaves-chosen"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void serverIsAskedBeforeItIsAdded(String language, @TempDir Path home) throws Exception {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/models", ModelPanelsTest::oneModel);
        server.start();
        int port = server.getAddress().getPort();
        Locale locale = Locale.forLanguageTag(language);
        try (UiHarness ui = UiHarness.open(home, locale, new InstalledModels(REMOTE))) {
            ui.click("#status-model");
            ui.waitForText(ui.messages().get("models.endpoint.title"));
            fill(ui, "my office", "http://127.0.0.1:" + port + "/v1");
            ui.waitForText(ui.messages().get("models.endpoint.mistyped"));
            fill(ui, "office", "http://127.0.0.1:" + port + "/v1");
            ui.waitForText(ui.messages().get("models.endpoint.added", "writer @ 127.0.0.1"));
            server.stop(0);
            fill(ui, "gone", "http://127.0.0.1:" + port + "/v1");
            ui.waitForText(ui.messages().get("failure.inference.ENDPOINT_UNREACHABLE.title"));
        } finally {
            server.stop(0);
        }
    }

    private static void fill(UiHarness ui, String name, String address) {
        ui.onFx(() -> {
            ((TitledPane) ui.stage().getScene().lookup("#endpoint")).setExpanded(true);
            ui.stage().getScene().getRoot().applyCss();
            ui.stage().getScene().getRoot().layout();
            ((TextField) ui.stage().getScene().lookup("#endpoint-name")).setText(name);
            ((TextField) ui.stage().getScene().lookup("#endpoint-address")).setText(address);
            ((Button) ui.stage().getScene().lookup("#endpoint-add")).fire();
            return true;
        });
    }

    private static void oneModel(HttpExchange exchange) throws IOException {
        byte[] body = "{\"data\": [{\"id\": \"writer\"}]}".getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> void choose(UiHarness ui, String selector, T value) {
        ((ComboBox<T>) ui.stage().getScene().lookup(selector)).setValue(value);
    }
}
