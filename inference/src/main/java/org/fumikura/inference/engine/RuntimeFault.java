package org.fumikura.inference.engine;

/// Why a native runtime cannot be used on this machine.
///
/// @param reason what is wrong
/// @param detail data that goes with it: a file's name, a symbol, a version
public record RuntimeFault(Reason reason, String detail) {

    /// What is wrong with a runtime.
    public enum Reason {
        /// The folder is not there or lacks the library. Detail: the folder's name.
        MISSING,
        /// The system refused the libraries: another platform's, damaged, or one is missing.
        NOT_LOADABLE,
        /// It lacks a function that is needed. Detail: the function.
        SYMBOL_MISSING,
        /// It is another version than this program was written for. Detail: the version.
        VERSION_UNKNOWN,
        /// Its structures are laid out otherwise than expected. Detail: the field.
        LAYOUT_MISMATCH,
        /// None of its devices works here.
        NO_DEVICE,
        /// Its process ended while it was loaded or loaded the model.
        DIED
    }
}
