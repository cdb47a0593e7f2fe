/// Tests of the person's feedback on answers, kept and written out.
@NullMarked
package org.fumikura.rag.feedback;

import org.jspecify.annotations.NullMarked;
