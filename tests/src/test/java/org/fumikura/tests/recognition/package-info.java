/// Text recognition with the real Tesseract; run only where the group `ocr` is asked for.
@NullMarked
package org.fumikura.tests.recognition;

import org.jspecify.annotations.NullMarked;
