package org.fumikura.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.fumikura.app.Composition;
import org.fumikura.app.Home;
import org.fumikura.app.window.SidePanel;
import org.fumikura.rag.library.LibraryCollection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryPanelTest {
    private final Path home;
    private final Path documents;

    LibraryPanelTest(@TempDir Path home, @TempDir Path documents) {
        this.home = home;
        this.documents = documents;
    }

    @BeforeEach
    void writeDocuments() throws Exception {
        Files.writeString(documents.resolve("lease.md"), "# Lease\n\nThe deposit is 900 euros.\n");
        Files.writeString(documents.resolve("offer.md"), "# Offer\n\nThe deposit is 700 euros.\n");
        Files.copy(documents.resolve("lease.md"), documents.resolve("lease copy.md"));
    }

    @Test
    void filesTakenOutTogetherAreTakenBackAndDuplicatesNamed() throws Exception {
        try (UiHarness ui = UiHarness.open(home)) {
            add(ui);
            ui.waitForText("3 of 3 files searchable, 1 duplicate");
            ui.waitForText("Same content as lease copy.md");

            ui.onFx(() -> {
                ListView<?> list = (ListView<?>) ui.stage().getScene().lookup("#files");
                list.requestFocus();
                list.getSelectionModel().selectAll();
                return true;
            });
            ui.robot().push(KeyCode.DELETE);
            ui.waitForText("Removed 3 files");
            ui.waitFor("no file", () -> ui.model().library().shown().isEmpty());

            ui.click("#toast .button");
            ui.waitFor("the files", () -> ui.model().library().coverage().get().searchable() == 3);
        }
    }

    @Test
    void questionKeepsToTheCollectionChosen() throws Exception {
        try (Composition services = Composition.open(new Home(home, home.resolve("models")))) {
            services.collections().put("Offers", List.of(documents.resolve("offer.md")));
        }
        try (UiHarness ui = UiHarness.open(home)) {
            add(ui);
            ui.waitForText("Whole library");
            ui.onFx(() -> {
                MenuButton menu = (MenuButton) ui.stage().getScene().lookup("#scope");
                menu.getItems().getLast().fire();
                return true;
            });
            ui.waitForText("Offers");
            assertEquals(
                    Optional.of("Offers"), ui.onFx(() -> ui.model().chat().scope().chosen().get()));

            ui.ask("How high is the deposit?");
            ui.waitForText("The deposit is 700 euros.");
            assertFalse(ui.shows("The deposit is 900 euros."), "only the offer is looked at");
        }
    }

    @Test
    void collectionIsMadeOfChosenFilesRenamedAndDeleted() throws Exception {
        try (UiHarness ui = UiHarness.open(home)) {
            add(ui);
            ui.onFx(() -> {
                ListView<?> list = (ListView<?>) ui.stage().getScene().lookup("#files");
                list.getSelectionModel().select(0);
                Menu into = (Menu) list.getContextMenu().getItems().get(1);
                list.getContextMenu().getOnShowing().handle(null);
                into.getItems().getLast().fire();
                return true;
            });
            name(ui, "Flat_2026");
            ui.waitFor("the collection", () -> files(ui, "Flat_2026") == 1);
            ui.waitForText("Flat_2026");

            name(ui, "Flat");
            ui.waitFor("the new name", () -> files(ui, "Flat") == 1);
            ui.waitFor("the scope", () -> List.of("Flat").equals(scopes(ui)));

            ui.click("#collection-delete");
            ui.waitForText("Really delete? Its files stay");
            ui.click("#collection-delete");
            ui.waitFor("no collection", () -> ui.model().collections().all().isEmpty());
            assertEquals(3, ui.onFx(() -> ui.model().library().shown().size()));
        }
    }

    private static void name(UiHarness ui, String name) {
        ui.onFx(() -> {
            TextField field = (TextField) ui.stage().getScene().lookup("#collection-name");
            field.setText(name);
            field.fireEvent(new ActionEvent());
            return true;
        });
    }

    private static int files(UiHarness ui, String collection) {
        return ui.model().collections().find(collection).map(LibraryCollection::files).orElse(0);
    }

    private static List<String> scopes(UiHarness ui) {
        return List.copyOf(ui.model().chat().scope().names());
    }

    private void add(UiHarness ui) {
        ui.add(documents, 3);
        ui.onFx(() -> {
            ui.model().arrangement().toggle(SidePanel.LIBRARY);
            return true;
        });
    }
}
