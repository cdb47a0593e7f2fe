/// The words every step of the pipeline shares: documents, passages, their ids and places. Values
/// only; depends on nothing but the JDK.
@NullMarked
package org.fumikura.rag;

import org.jspecify.annotations.NullMarked;
