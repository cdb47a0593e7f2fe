/// What a person types to search or to ask, read once: words, phrases, exclusions and filters on
/// files. Depends on `org.fumikura.rag` alone.
@NullMarked
package org.fumikura.rag.query;

import org.jspecify.annotations.NullMarked;
