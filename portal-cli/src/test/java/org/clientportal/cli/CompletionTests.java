package org.clientportal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Parser.ParseContext;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CompletionTests {

    private static Completion completion;

    @BeforeAll
    static void commands() {
        completion = new Completion(new Commands(ManualPageTests.commands()));
    }

    @Test
    void aCommandIsFoundWordByWord() throws IOException {
        assertThat(offered("")).contains("user", "outbox", "version");
        assertThat(offered("outbox ")).containsExactly("list", "retry", "show");
        assertThat(offered("help mail ")).contains("replay");
    }

    @Test
    void thenItsOptionsAreOfferedOnce() throws IOException {
        assertThat(offered("user enable --show "))
                .contains("--permanent", "--output", "--help")
                .doesNotContain("--show");
    }

    @Test
    void aClosedListIsOfferedAfterItsOption() throws IOException {
        assertThat(offered("outbox list --state ")).containsExactly("waiting", "sending", "parked", "done");
        assertThat(offered("user list -o ")).containsExactly("table", "json", "csv");
        assertThat(offered("user list --query ")).isEmpty();
    }

    private static List<String> offered(String typed) throws IOException {
        var terminal = new DumbTerminal(InputStream.nullInputStream(), OutputStream.nullOutputStream());
        var candidates = new ArrayList<Candidate>();
        var line = new DefaultParser().parse(typed, typed.length(), ParseContext.COMPLETE);
        completion.complete(LineReaderBuilder.builder().terminal(terminal).build(), line, candidates);
        return candidates.stream().map(Candidate::value).toList();
    }
}
