package org.clientportal.itsm;

/**
 * The answer of a part that was asked whether it works.
 *
 * @param ok whether the portal can work with it
 * @param summary one line: what was reached, its version
 * @param advice what an administrator should do, empty when all is well
 */
public record Check(boolean ok, String summary, String advice) {

    public static Check passed(String summary) {
        return new Check(true, summary, "");
    }

    public static Check failed(String summary, String advice) {
        return new Check(false, summary, advice);
    }
}
