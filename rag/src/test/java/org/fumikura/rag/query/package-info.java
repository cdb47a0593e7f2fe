/// Tests of `org.fumikura.rag.query`.
@NullMarked
package org.fumikura.rag.query;

import org.jspecify.annotations.NullMarked;
