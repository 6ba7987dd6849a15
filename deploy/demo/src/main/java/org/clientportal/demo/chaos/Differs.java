package org.clientportal.demo.chaos;

/** Something was lost, doubled, reordered or differs; or the portal did not behave so that it could be told. */
final class Differs extends RuntimeException {

    Differs(String what) {
        super(what);
    }

    Differs(String what, Throwable cause) {
        super(what, cause);
    }
}
