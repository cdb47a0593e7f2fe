/// Follow-ups in conversations, and what a model makes of them.
@NullMarked
package org.fumikura.tests.followup;

import org.jspecify.annotations.NullMarked;
