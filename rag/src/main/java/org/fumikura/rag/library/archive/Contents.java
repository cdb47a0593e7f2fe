package org.fumikura.rag.library.archive;

import java.util.List;
import java.util.regex.Pattern;

/// The archive's own list of what is in it, stored as its last member.
///
/// @param format of the archive itself; raise it when an older version could not take one in
/// @param schema of the database
/// @param members in the order stored
record Contents(int format, int schema, List<Member> members) {
    /// The format that this version writes.
    static final int FORMAT = 1;

    /// The name of the member that holds this list.
    static final String NAME = "fumikura-library.json";

    /// Folders a library has, no way out of them.
    private static final Pattern PLACE =
            Pattern.compile("library\\.db|index/[\\w-][\\w.-]*/[\\w-][\\w.-]*");

    Contents {
        members = List.copyOf(members);
    }

    /// A file of the library.
    ///
    /// @param name its place below the home, with slashes
    /// @param size bytes
    /// @param sha256 in hexadecimal digits
    record Member(String name, long size, String sha256) {
        Member {
            if (!PLACE.matcher(name).matches() || size < 0) {
                throw new IllegalArgumentException("no member of a library");
            }
        }
    }

    /// All bytes of the library.
    long bytes() {
        return members.stream().mapToLong(Member::size).sum();
    }
}
