package org.clientportal.mail;

import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;

/** The lines that mail clients put before an earlier mail, in the languages met here. */
final class QuoteLines {

    private static final int LONGEST = 400;
    private static final String WROTE_PL = "(?:pisze|napisał\\S*|napisali)\\s*:";

    /** A line that begins so, has a digit and ends so; looked at in two steps, so that no text can make it slow. */
    private record Attribution(Pattern begins, Pattern ends) {

        boolean matches(String text) {
            return begins.matcher(text).find() && ends.matcher(tail(text)).find();
        }

        private static String tail(String text) {
            return text.substring(Math.max(0, text.length() - 120));
        }
    }

    private static final List<Attribution> ATTRIBUTIONS = List.of(
            // W dniu 12.02.2024 o 10:11, X pisze: / Dnia 12 lutego 2024 10:11 X napisał(a):
            attribution("^(?:W dniu|Dnia|W dn\\.|Dn\\.)\\s", WROTE_PL),
            // pon., 12 lut 2024 o 10:11 X napisał(a):
            attribution("^(?:pon|wt|śr|czw|pt|pią|sob|niedz|nd)\\p{L}*\\.?,?\\s", WROTE_PL),
            // X w dniu 12 lut 2024, o godz. 10:11, napisał(a):
            attribution("\\b(?:w dniu|dnia)\\s", "\\bnapisał\\S*\\s*:"),
            // Wiadomość napisana przez X w dniu 12 lut 2024, o godz. 10:11:
            attribution("^Wiadomość napisana przez\\s", ":"),
            attribution("^\\d{4}-\\d\\d-\\d\\d\\b", WROTE_PL),
            attribution("^\\d{1,4}[-./ ]\\S+[-./ ]\\d", "<[^<>\\s]{3,100}>\\s*(?:wrote|pisze|napisał\\S*)?\\s*:"),
            attribution("^On\\s", "\\bwrote\\s*:"),
            attribution("\\bwrote on\\s", ":"),
            attribution("^Am\\s.{1,200}\\bschrieb\\b", ":"),
            attribution("^Le\\s", "\\ba écrit\\s*:"),
            attribution("^El\\s", "\\bescribió\\s*:"),
            attribution("^Il\\s", "\\bha scritto\\s*:"),
            attribution("^Dne\\s", "\\bnapsal\\S*\\s*:"),
            attribution("^\\S", "\\b(?:пише|написав|написала|написал|пишет)\\S*\\s*:"));

    private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d\\d");
    private static final Pattern ORIGINAL = pattern(
            "[-_=* ]{2,}\\s*(?:Wiadomość oryginalna|Oryginalna wiadomość|Treść oryginalnej"
                    + " wiadomości|Original[- ]Message|Originalnachricht|Ursprüngliche Nachricht|Message d'origine|Mensaje original"
                    + "|Messaggio originale|Původní zpráva|Исходное сообщение|Оригінальне повідомлення)\\s*[-_=* ]{2,}");
    private static final Pattern FORWARDED =
            pattern("(?:[-_=* ]{2,}\\s*(?:Forwarded message|Przekazana wiadomość|Wiadomość"
                    + " przekazana dalej|Treść przekazanej wiadomości|Przesłana wiadomość|Weitergeleitete Nachricht)(?:\\s.{0,80})?[-_=* ]{2,}"
                    + "|Begin forwarded message:|Początek przekazywanej wiadomości:)");
    private static final Pattern FORWARD_SUBJECT = pattern("(?:fwd?|pd|tr|wg|przek|przekazane)\\s*:.*");

    private static final Pattern MOBILE =
            pattern("(?:Wysłan[eoay] (?:z|ze|przy użyciu|za pomocą|przez) (?:mojego |mojej |my )?(?:"
                    + "iPhon|iPad|Android|Samsung|Galaxy|Huawei|Xiaomi|Motorol|Nokia|BlackBerry|telefon|smartfon|tablet|urządze|aplikac|"
                    + "program|system|poczt|bezpieczn|serwis|Outlook|Mail|Proton|Yahoo|Onet|WP|Interi|Windows|Thunderbird).{0,60}"
                    + "|Sent from (?:my |Mail |Outlook |Yahoo |Samsung |Proton).{0,60}|Sent with .{1,60}|Get Outlook for .{1,60}"
                    + "|Pobierz (?:aplikację |program )?Outlook.{1,80}|Von meinem .{1,60} gesendet)");
    private static final Pattern NAMED_DEVICE = Pattern.compile("Wysłan[eoay] (?:z|ze) \\p{Lu}.{1,40}[^.!?]");

    /** The fields of a quoted header, in any order; {@code From} and two more make one. */
    private enum Label {
        FROM("Od|From|Von|De|Da|Від|От|Nadawca"),
        SENT("Wysłano|Wysłane|Data|Sent|Date|Gesendet|Datum|Envoyé|Enviado|Inviato|Отправлено|Дата"),
        TO("Do|To|An|À|Para|A|Кому|Adresat"),
        COPY("DW|UDW|Cc|Kopia|Copie|Копия"),
        SUBJECT("Temat|Subject|Betreff|Objet|Asunto|Oggetto|Тема|Dotyczy");

        final Pattern line;

        Label(String words) {
            line = Pattern.compile(
                    "[>\\s]*\\*{0,2}(?:" + words + ")\\s*\\*{0,2}:\\*{0,2}(?:\\s.*)?",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
        }

        boolean begins(String text) {
            return line.matcher(text.length() > LONGEST ? text.substring(0, LONGEST) : text)
                    .matches();
        }
    }

    private QuoteLines() {}

    static boolean isQuoted(String line) {
        return line.startsWith(">") || line.startsWith(" >");
    }

    /** How many lines from {@code at} on say "X wrote:", 0 when they do not. Clients wrap that line. */
    static int attribution(List<String> lines, int at) {
        var joined = new StringBuilder();
        for (int count = 1; count <= 4 && at + count <= lines.size(); count++) {
            var line = lines.get(at + count - 1);
            if (line.isBlank() || isQuoted(line) || joined.length() + line.length() > LONGEST) {
                return 0;
            }
            joined.append(joined.isEmpty() ? "" : " ").append(line.strip());
            var text = joined.toString();
            if (text.endsWith(":") && hasDigit(text)) {
                return ATTRIBUTIONS.stream().anyMatch(known -> known.matches(text)) ? count : 0;
            }
        }
        return 0;
    }

    /** Whether an attribution is one even with no quote signs below: it names an address or a time of day. */
    static boolean isCertain(String attribution) {
        return attribution.contains("@") || TIME.matcher(attribution).find();
    }

    static boolean isOriginal(String line) {
        return matches(ORIGINAL, line);
    }

    static boolean isForward(List<String> lines) {
        return lines.stream().anyMatch(line -> matches(FORWARDED, line));
    }

    static boolean isForward(String subject) {
        return matches(FORWARD_SUBJECT, subject);
    }

    static boolean isMobile(String line) {
        return matches(MOBILE, line) || matches(NAMED_DEVICE, line);
    }

    static boolean isRule(String line) {
        return line.strip().matches("[_-]{5,}");
    }

    /** Whether the header of an earlier mail begins in the first line that is not blank. */
    static boolean startsHeader(List<String> lines) {
        var found = EnumSet.noneOf(Label.class);
        var seen = 0;
        for (var line : lines) {
            if (line.isBlank()) {
                continue;
            }
            for (var label : Label.values()) {
                if (label.begins(line)) {
                    found.add(label);
                }
            }
            if (!found.contains(Label.FROM) || ++seen >= 8) {
                break;
            }
        }
        return found.contains(Label.FROM) && found.size() >= 3;
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }

    private static Attribution attribution(String begins, String ends) {
        return new Attribution(pattern(begins), pattern(ends + "$"));
    }

    private static boolean matches(Pattern pattern, String line) {
        return line.length() <= LONGEST && pattern.matcher(line.strip()).matches();
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(
                regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }
}
