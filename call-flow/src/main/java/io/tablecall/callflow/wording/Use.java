package io.tablecall.callflow.wording;

/** As what a prompt wants a value; the most demanding use of a flow wins. */
enum Use {
    TEXT,
    NUMBER,
    TIME
}
