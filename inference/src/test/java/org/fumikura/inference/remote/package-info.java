/// Tests of [org.fumikura.inference.remote], against a server in a process of its own that speaks
/// the protocol.
@NullMarked
package org.fumikura.inference.remote;

import org.jspecify.annotations.NullMarked;
