package org.clientportal.demo;

/** A part of the demo did not start; the message says which and ends with the last lines of its log. */
public class PartFailed extends RuntimeException {

    public PartFailed(String part, String why, String lastLines) {
        super(part + " did not start: " + why + (lastLines.isBlank() ? "" : "\n" + lastLines));
    }
}
