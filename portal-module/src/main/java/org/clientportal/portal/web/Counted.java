package org.clientportal.portal.web;

/**
 * A number of things that is counted so far as it says something: {@code 7}, and {@code 99+} for more than that.
 *
 * @param more whether there are more than {@code number}
 */
public record Counted(int number, boolean more) {

    public static final Counted NONE = new Counted(0, false);

    /** @param found how many were found when looking for one more than {@code most} */
    public static Counted upTo(int most, int found) {
        return new Counted(Math.min(most, found), found > most);
    }

    public boolean any() {
        return number > 0;
    }

    public boolean isOver(int other) {
        return more || number > other;
    }

    public String text() {
        return more ? number + "+" : Integer.toString(number);
    }
}
