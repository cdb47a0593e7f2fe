/// Search without an answer: results as one types, and what narrows them. View models hold no
/// nodes.
@NullMarked
package org.fumikura.app.search;

import org.jspecify.annotations.NullMarked;
