/// Tests of tasks on documents, with a model that replies as a test says.
@NullMarked
package org.fumikura.rag.task;

import org.jspecify.annotations.NullMarked;
