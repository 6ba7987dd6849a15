package org.clientportal.itsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientportal.itsm.ContractCast.bytes;
import static org.clientportal.itsm.ContractCast.file;
import static org.clientportal.itsm.ContractCast.utf8;
import static org.clientportal.itsm.ContractPlatform.filesOf;
import static org.clientportal.itsm.ContractPlatform.read;

import java.io.IOException;
import org.clientportal.itsm.ItsmRejected.Reason;
import org.clientportal.itsm.PlatformAgent.Ability;
import org.junit.jupiter.api.Test;

/** Files cross byte for byte, both ways. */
public interface ContractFiles extends ContractPlatform {

    @Test
    default void filesComeBackByteForByte() throws IOException {
        var cursor = cursorNow();
        var picture = bytes(70_000, 1);
        var written = cast().ticket(
                        cast().anna(),
                        "With files",
                        "See there",
                        file("zrzut ekranu – błąd żółci.png", "image/png", picture),
                        file("pusty plik.txt", "text/plain", new byte[0]),
                        file("notatki.txt", "text/plain", utf8("Łódź\r\nkoniec\n")));

        var ticketId = itsm().deliver(written).ticketId();

        var files = awaitTicket(cursor, ticketId, t -> filesOf(t).size() == 3)
                .entries()
                .getFirst()
                .files();
        if (!cannot().contains(Ability.FILE_ORDER)) {
            assertThat(files)
                    .extracting(Entry.FileRef::name)
                    .containsExactlyElementsOf(written.files().stream()
                            .map(Submission.OutgoingFile::name)
                            .toList());
        }
        for (var sent : written.files()) {
            var ref = files.stream().filter(f -> f.name().equals(sent.name())).findFirst();
            assertThat(ref).as(sent.name()).isPresent();
            assertThat(ref.orElseThrow().contentType()).startsWith(sent.contentType());
            assertThat(ref.orElseThrow().size()).isIn(-1L, sent.size());
            assertThat(content(ref.orElseThrow())).isEqualTo(read(sent));
        }
    }

    @Test
    default void aLargeFileOfAReplyIsStreamedBothWays() throws IOException {
        var cursor = cursorNow();
        var ticketId = openTicket("Large");
        var large = bytes(5 * 1024 * 1024, 2);
        var reply = cast().reply(
                        cast().anna(), ticketId, "A large one", file("duży.bin", "application/octet-stream", large));

        itsm().deliver(reply);

        var files = awaitEntry(cursor, ticketId, reply).files();
        assertThat(files).singleElement().satisfies(f -> assertThat(f.name()).isEqualTo("duży.bin"));
        assertThat(content(files.getFirst())).isEqualTo(large);
    }

    @Test
    default void aFileOfAnAgentComesIn() throws IOException {
        assumeCan(Ability.ATTACH);
        var cursor = cursorNow();
        var ticketId = openTicket("Instruction");
        agent().attaches(ticketId, "instrukcja łączenia.pdf", bytes(9_000, 3));

        var ticket = awaitTicket(cursor, ticketId, t -> !filesOf(t).isEmpty());

        assertThat(filesOf(ticket))
                .singleElement()
                .satisfies(f -> assertThat(f.name()).isEqualTo("instrukcja łączenia.pdf"));
        assertThat(content(filesOf(ticket).getFirst())).isEqualTo(bytes(9_000, 3));
    }

    @Test
    default void anUnknownFileIsGone() {
        assertThatThrownBy(() -> itsm().openFile("99999999"))
                .isInstanceOfSatisfying(
                        ItsmRejected.class, e -> assertThat(e.reason()).isEqualTo(Reason.GONE));
    }
}
