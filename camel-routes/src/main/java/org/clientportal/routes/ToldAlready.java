package org.clientportal.routes;

/** A flow failed and has said so itself; the route only counts it. */
class ToldAlready extends RuntimeException {

    ToldAlready(String message) {
        super(message);
    }
}
