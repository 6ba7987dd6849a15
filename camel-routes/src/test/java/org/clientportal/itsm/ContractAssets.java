package org.clientportal.itsm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.clientportal.itsm.Asset.Field;
import org.clientportal.itsm.Asset.Holders;
import org.clientportal.itsm.Asset.Kind;
import org.clientportal.itsm.Asset.State;
import org.clientportal.itsm.PlatformAgent.Ability;
import org.clientportal.itsm.Submission.NewTicket;
import org.junit.jupiter.api.Test;

/** Assets come with whoever holds them, follow every hand-over, and are named by tickets. */
public interface ContractAssets extends ContractPlatform {

    @Test
    default void anAssetComesWhole() {
        assumeCan(Ability.ASSETS);
        var cursor = cursorNow();
        var written = asset("Laptop – żółty", Holders.person(cast().anna().personId()));

        var id = agent().registers(written);

        var asset = awaitAsset(cursor, id, a -> a.holders().equals(written.holders()) && a.warrantyUntil() != null);
        assertThat(asset.kind()).isEqualTo(Kind.DEVICE);
        assertThat(asset.name()).isEqualTo(written.name());
        assertThat(asset.model()).isEqualTo(written.model());
        assertThat(asset.maker()).isEqualTo(written.maker());
        assertThat(asset.code()).isEqualTo(written.code());
        assertThat(asset.serial()).isEqualTo(written.serial());
        assertThat(asset.state()).isEqualTo(State.IN_USE);
        assertThat(asset.stateName()).isNotBlank();
        assertThat(asset.heldSince()).isEqualTo(written.heldSince());
        assertThat(asset.returnBy()).isEqualTo(written.returnBy());
        assertThat(asset.warrantyUntil()).isEqualTo(written.warrantyUntil());
        assertThat(asset.location()).isEqualTo(written.location());
        assertThat(asset.fields()).containsExactlyElementsOf(written.fields());
        assertThat(asset.files()).isEmpty();
        assertThat(asset.gone()).isFalse();
    }

    @Test
    default void documentsOfAnAssetAreReadByteForByte() throws IOException {
        assumeCan(Ability.ASSETS);
        assumeCan(Ability.ASSET_FILES);
        var cursor = cursorNow();
        var manual = ContractCast.bytes(30_000, 31);
        var id = agent().registers(
                        asset("With a manual", Holders.person(cast().anna().personId())),
                        ContractCast.file("Instrukcja.pdf", "application/pdf", manual));

        var files = awaitAsset(cursor, id, a -> a.files().size() == 1).files();

        assertThat(files).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("Instrukcja.pdf");
            assertThat(file.contentType()).startsWith("application/pdf");
            assertThat(file.size()).isIn(-1L, 30_000L);
        });
        assertThat(content(files.getFirst())).isEqualTo(manual);
    }

    @Test
    default void whoeverGetsItNextIsItsHolder() {
        assumeCan(Ability.ASSETS);
        var cursor = cursorNow();
        var anna = Holders.person(cast().anna().personId());
        var marek = Holders.person(cast().marek().personId());
        var id = agent().registers(asset("Handed over", anna));
        var before = awaitAsset(cursor, id, a -> a.holders().equals(anna));

        agent().handsOver(id, marek);

        var after = awaitAsset(cursor, id, a -> a.holders().equals(marek));
        assertThat(after.version()).isGreaterThan(before.version());
        agent().handsOver(id, Holders.NOBODY);
        var back = awaitAsset(cursor, id, a -> a.holders().equals(Holders.NOBODY));
        assertThat(back.version()).isGreaterThan(after.version());
        assertThat(back.gone()).isFalse();
    }

    @Test
    default void aGroupSharesAnAsset() {
        assumeCan(Ability.ASSETS);
        assumeCan(Ability.ASSETS_OF_GROUPS);
        var cursor = cursorNow();
        agent().puts(cast().marek().personId(), "Managers of the contract");
        var shared = new Holders(List.of(), List.of("Managers of the contract"), List.of());

        var id = agent().registers(asset("Projector", shared));

        awaitAsset(cursor, id, a -> a.holders().equals(shared));
        agent().takesOutOfGroups(cast().marek().personId());
    }

    @Test
    default void anOrganisationSharesAnAsset() {
        assumeCan(Ability.ASSETS);
        assumeCan(Ability.ASSETS_OF_ORGANISATIONS);
        var organisation = new ContractFeed(itsm(), null)
                .readToEnd()
                .person(cast().anna().personId())
                .orElseThrow()
                .organisationId();
        assertThat(organisation).isNotNull();
        var shared = new Holders(List.of(), List.of(), List.of(organisation));
        var cursor = cursorNow();

        var id = agent().registers(asset("Printer of the floor", shared));

        awaitAsset(cursor, id, a -> a.holders().equals(shared));
    }

    @Test
    default void everyStateHasItsMeaning() {
        assumeCan(Ability.ASSETS);
        var cursor = cursorNow();
        var id = agent().registers(
                        asset("Through all states", Holders.person(cast().anna().personId())));
        for (var state : List.of(State.IN_REPAIR, State.TO_RETURN, State.RETURNED, State.LOST, State.IN_USE)) {
            agent().setsAssetState(id, state);
            awaitAsset(cursor, id, a -> a.state() == state);
        }
    }

    @Test
    default void anAssetThatIsTakenOffTheBooksIsGone() {
        assumeCan(Ability.ASSETS);
        var cursor = cursorNow();
        var id = agent().registers(asset(
                "Taken off the books", Holders.person(cast().anna().personId())));
        var before =
                awaitAsset(cursor, id, a -> !a.gone() && a.holders().personIds().size() == 1);

        agent().discards(id);

        var gone = awaitAsset(cursor, id, Asset::gone);
        assertThat(gone.version()).isGreaterThan(before.version());
        assertThat(gone.files()).isEmpty();
    }

    @Test
    default void readFromTheBeginningAnAssetIsAsItCame() {
        assumeCan(Ability.ASSETS);
        var cursor = cursorNow();
        var id = agent().registers(
                        asset("Read again", Holders.person(cast().anna().personId())));
        var came = awaitAsset(
                cursor, id, a -> a.warrantyUntil() != null && a.location().equals("Gdańsk, pokój 214"));

        var feed = new ContractFeed(itsm(), null).readToEnd();

        assertThat(feed.asset(id)).contains(came);
    }

    @Test
    default void aTicketNamesTheAssetItIsAbout() {
        assumeCan(Ability.ASSETS);
        var cursor = cursorNow();
        var id = agent().registers(
                        asset("Does not start", Holders.person(cast().anna().personId())));
        awaitAsset(cursor, id, a -> !a.gone());
        var written = about(id);

        var made = itsm().deliver(written).ticketId();
        itsm().deliver(written);

        assertThat(fresh(made).assetIds()).containsExactly(id);
        assertThat(itsm().find(written)).isPresent();
        awaitTicket(cursor, made, ticket -> ticket.assetIds().equals(List.of(id)));
    }

    @Test
    default void aTicketAboutWhatIsNotThereIsMadeAllTheSame() {
        var written = about("99999999");

        var made = itsm().deliver(written).ticketId();

        assertThat(fresh(made).assetIds()).isEmpty();
        assertThat(fresh(made).requestKey()).isEqualTo(written.key().value());
    }

    @Test
    default void agentsNameAnAssetInATicket() {
        assumeCan(Ability.ASSETS);
        var cursor = cursorNow();
        var id = agent().registers(
                        asset("Found by the agent", Holders.person(cast().anna().personId())));
        var ticketId = openTicket("Which one is it?");

        agent().concerns(ticketId, id);

        awaitTicket(cursor, ticketId, ticket -> ticket.assetIds().equals(List.of(id)));
    }

    private NewTicket about(String assetId) {
        var plain = cast().ticket(cast().anna(), "It does not work", "No light");
        return new NewTicket(
                plain.key(),
                plain.writer(),
                plain.writtenAt(),
                plain.subject(),
                plain.text(),
                plain.categoryId(),
                plain.priorityId(),
                plain.files(),
                plain.fields(),
                null,
                null,
                assetId);
    }

    /** As an agent registers it; id, files and version are the platform's. */
    static Asset asset(String name, Holders holders) {
        var code = ContractKnowledge.unique("INV").replace(' ', '-');
        return new Asset(
                "",
                Kind.DEVICE,
                ContractKnowledge.unique(name),
                "Latitude 5450",
                "Dell",
                code,
                "SN" + code.substring(4),
                State.IN_USE,
                "",
                holders,
                LocalDate.parse("2026-02-03"),
                LocalDate.parse("2031-12-31"),
                LocalDate.parse("2029-02-02"),
                "Gdańsk, pokój 214",
                List.of(new Field("Pamięć", "32 GB")),
                List.of(),
                Instant.EPOCH,
                false,
                0);
    }
}
