package org.fumikura.inference;

/// How far a long job has come, in bytes.
///
/// @param label what is being worked on: a file's or a package's name, not a sentence
/// @param done bytes done so far, never above a known total
/// @param total bytes in all, or 0 when not known
public record Progress(String label, long done, long total) {
    public Progress {
        if (done < 0 || total < 0) {
            throw new IllegalArgumentException("negative progress: " + done + " of " + total);
        }
        if (total > 0 && done > total) {
            done = total;
        }
    }

    /// The part done, from 0 to 1; 0 when the total is not known.
    public double fraction() {
        return total == 0 ? 0 : (double) done / total;
    }
}
