package org.clientportal.portal.doctor;

import java.util.List;

/** The portal cannot start with these settings; each line says which one and what it should be. */
final class WrongSettings extends RuntimeException {

    private final List<String> problems;

    WrongSettings(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    List<String> problems() {
        return problems;
    }
}
