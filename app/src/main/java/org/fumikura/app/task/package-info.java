/// Tasks on whole documents as a person types them and as they are shown: what window and command
/// line share. Knows no nodes.
@NullMarked
package org.fumikura.app.task;

import org.jspecify.annotations.NullMarked;
