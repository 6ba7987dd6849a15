package org.clientportal.mail;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./portal mail read FILE…}: what the portal understands of a raw mail, without a server. */
public final class MailRead {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final int NOT_FOUND = 3;

    private MailRead() {}

    /**
     * Prints in UTF-8, whatever the terminal's locale says.
     *
     * @param args options and files
     * @return the exit status: 0 done, 1 failed, 2 wrong use, 3 no such file
     */
    public static int run(List<String> args) {
        return run(
                args,
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    }

    static int run(List<String> args, PrintStream out, PrintStream err) {
        var files = new ArrayList<String>();
        var json = false;
        var authservId = "";
        for (int at = 0; at < args.size(); at++) {
            var arg = args.get(at);
            var value = at + 1 < args.size() ? args.get(at + 1) : "";
            switch (arg) {
                case "--output" -> {
                    if (!List.of("json", "table").contains(value)) {
                        err.println("--output is json or table");
                        return USAGE;
                    }
                    json = value.equals("json");
                    at++;
                }
                case "--authserv-id" -> {
                    authservId = value;
                    at++;
                }
                default -> files.add(arg);
            }
        }
        if (files.isEmpty() || files.stream().anyMatch(file -> file.startsWith("--"))) {
            err.println(
                    "usage: portal mail read [--output table|json] [--authserv-id ID] FILE… (- reads standard input)");
            return USAGE;
        }
        return print(files, json, authservId, out, err);
    }

    private static int print(List<String> files, boolean json, String authservId, PrintStream out, PrintStream err) {
        var understood = new ArrayList<Map<String, @Nullable Object>>();
        for (var file : files) {
            try {
                var raw = file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
                understood.add(told(file, IncomingMail.read(raw), authservId));
            } catch (NoSuchFileException missing) {
                err.println(file + ": no such file");
                return NOT_FOUND;
            } catch (IOException failed) {
                err.println(file + ": " + failed.getMessage());
                return FAILED;
            }
        }
        if (json) {
            var mapper = JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();
            out.println(mapper.writeValueAsString(understood.size() == 1 ? understood.getFirst() : understood));
        } else {
            understood.forEach(mail -> mail.forEach((name, value) -> line(out, name, value)));
        }
        return DONE;
    }

    private static void line(PrintStream out, String name, @Nullable Object value) {
        var text = value instanceof List<?> list
                ? String.join(", ", list.stream().map(String::valueOf).toList())
                : String.valueOf(value);
        out.println((name + ":                    ").substring(0, 18) + text.replace("\n", "\n" + " ".repeat(18)));
    }

    private static Map<String, @Nullable Object> told(String file, Reading reading, String authservId) {
        var told = new LinkedHashMap<String, @Nullable Object>();
        told.put("file", file);
        if (reading instanceof Reading.Understood understood) {
            tell(understood.mail(), authservId, told);
        } else if (reading instanceof Reading.Quarantined set) {
            told.put("verdict", "quarantined");
            told.put("reason", set.reason().name());
            told.put("why", set.why());
            told.put("from", names(set.from()));
            told.put("subject", set.subject().orElse(""));
        }
        return told;
    }

    private static void tell(IncomingMail mail, String authservId, Map<String, @Nullable Object> told) {
        told.put("verdict", mail.automatic().isPresent() ? "automatic" : "human");
        mail.automatic().ifPresent(why -> told.put("automatic", why.kind() + " by " + why.marker()));
        told.put("from", names(mail.from()));
        told.put("to", names(mail.to()));
        told.put("cc", names(mail.cc()));
        told.put("deliveredTo", names(mail.deliveredTo()));
        told.put("subject", mail.subject());
        told.put("date", mail.date().map(String::valueOf).orElse(""));
        told.put("messageId", mail.messageId());
        told.put("inReplyTo", mail.inReplyTo());
        told.put("references", mail.references());
        told.put("files", mail.files().stream().map(MailFile::toString).toList());
        var found = mail.authentication(authservId);
        told.put("authentication", "dmarc " + found.dmarc() + ", spf " + found.spf() + ", dkim " + found.dkim());
        mail.bounce().ifPresent(bounce -> told.put("bounce", bounce.toString()));
        told.put("remarks", mail.remarks());
        told.put("bodyHash", mail.bodyHash());
        told.put("how", mail.reply().how());
        told.put("newText", mail.reply().text());
        told.put("quoted", mail.reply().quoted());
    }

    private static List<String> names(List<Mailbox> boxes) {
        return boxes.stream().map(Mailbox::toString).toList();
    }
}
