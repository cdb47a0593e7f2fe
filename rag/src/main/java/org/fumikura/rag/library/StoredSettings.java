package org.fumikura.rag.library;

import java.util.Optional;

/// Settings kept in the library's database.
public final class StoredSettings implements Settings {
    private final Database database;

    public StoredSettings(Database database) {
        this.database = database;
    }

    @Override
    public Optional<String> get(String name) {
        return database.read(handle ->
                handle.createQuery("SELECT value FROM setting WHERE name = :name")
                        .bind("name", name)
                        .mapTo(String.class)
                        .findOne());
    }

    @Override
    public void put(String name, String value) {
        database.write(handle ->
                handle.execute(
                        "INSERT INTO setting (name, value) VALUES (?, ?)"
                                + " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                        name,
                        value));
    }
}
