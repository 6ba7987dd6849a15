package org.clientportal.mail;

import java.util.List;
import java.util.regex.Pattern;

/** The ticket's number in a subject, such as {@code [48213]}: for people first; it proves nothing about who writes. */
public final class SubjectTag {

    private static final Pattern TAG =
            Pattern.compile("\\[#?((?=[^]]{0,39}\\d)[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,39})]");

    private SubjectTag() {}

    /** All numbers in our form, in their order; foreign tags such as {@code [rt.example #12]} are none. */
    public static List<String> numbers(String subject) {
        return TAG.matcher(subject)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }
}
