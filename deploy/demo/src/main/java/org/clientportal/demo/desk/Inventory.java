package org.clientportal.demo.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.clientportal.demo.desk.Register.Step;
import org.clientportal.itsm.Asset;
import org.clientportal.itsm.Asset.Field;
import org.clientportal.itsm.Asset.Holders;
import org.clientportal.itsm.Asset.State;
import org.clientportal.itsm.Entry.FileRef;
import org.jspecify.annotations.Nullable;

/** What agents do with assets. What is off the books stays in the desk with its words; they do not leave it then. */
final class Inventory {

    private final Register register;

    Inventory(Register register) {
        this.register = register;
    }

    /** What the contract may show. */
    static Asset published(Asset a) {
        return a.gone()
                ? new Draft(a).blank().made()
                : new Draft(a).stateName(word(a.state())).made();
    }

    /** The desk's own word for a state. */
    static String word(State state) {
        var words = state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Puts an asset on the books; its id, time and version are the desk's. */
    String register(Asset draft) {
        return register.act(step -> {
            var id = "d" + (step.assets().size() + 1);
            requireName(draft.name());
            requireOwnCode(step, id, draft.code());
            step.save(new Draft(draft).id(id).made());
            return id;
        });
    }

    void change(String id, Consumer<Draft> change) {
        register.act(step -> {
            var draft = new Draft(existing(step, id));
            change.accept(draft);
            var changed = draft.made();
            requireName(changed.name());
            requireOwnCode(step, id, changed.code());
            step.save(changed);
            return step;
        });
    }

    /** From whoever has it to these, from today on; to nobody means back into stock. */
    void handOver(String id, Holders to) {
        change(
                id,
                draft -> draft.holders(to)
                        .heldSince(to.equals(Holders.NOBODY) ? null : LocalDate.ofInstant(register.now(), Pages.HOME))
                        .returnBy(null)
                        .state(to.equals(Holders.NOBODY) ? State.IN_STOCK : State.IN_USE));
    }

    /** A further document; takes the place of one with the same name. */
    void attach(String id, FileRef file) {
        change(id, draft -> draft.file(file));
    }

    /** Notes at a ticket that it is about an asset. */
    void concern(String ticketId, String assetId) {
        register.act(step -> {
            existing(step, assetId);
            var ticket =
                    step.ticket(ticketId).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "ticket " + ticketId));
            step.save(ticket.change().margin(ticket.margin().about(assetId)).made());
            return step;
        });
    }

    private static Asset existing(Register.View view, String id) {
        return view.asset(id).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "asset " + id));
    }

    private static void requireName(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an asset needs a name");
        }
    }

    private static void requireOwnCode(Step step, String id, @Nullable String code) {
        if (code != null
                && step.assets().stream()
                        .anyMatch(other -> !other.gone()
                                && code.equals(other.code())
                                && !other.id().equals(id))) {
            throw new IllegalArgumentException("the code " + code + " stands on another asset");
        }
    }

    /** An asset that is being changed. */
    static final class Draft {

        private final Asset old;
        private String id;
        private String name;
        private @Nullable String code;
        private State state;
        private String stateName;
        private Holders holders;
        private @Nullable LocalDate heldSince;
        private @Nullable LocalDate returnBy;
        private @Nullable LocalDate warrantyUntil;
        private String location;
        private List<Field> fields;
        private List<FileRef> files;
        private Instant changedAt;
        private boolean gone;
        private long version;

        Draft(Asset old) {
            this.old = old;
            id = old.id();
            name = old.name();
            code = old.code();
            state = old.state();
            stateName = old.stateName();
            holders = old.holders();
            heldSince = old.heldSince();
            returnBy = old.returnBy();
            warrantyUntil = old.warrantyUntil();
            location = old.location();
            fields = old.fields();
            files = old.files();
            changedAt = old.changedAt();
            gone = old.gone();
            version = old.version();
        }

        Draft id(String now) {
            id = now;
            return this;
        }

        Draft name(String now) {
            name = now;
            return this;
        }

        Draft state(State now) {
            state = now;
            return this;
        }

        Draft stateName(String now) {
            stateName = now;
            return this;
        }

        Draft holders(Holders now) {
            holders = now;
            return this;
        }

        Draft heldSince(@Nullable LocalDate day) {
            heldSince = day;
            return this;
        }

        Draft returnBy(@Nullable LocalDate day) {
            returnBy = day;
            return this;
        }

        Draft warrantyUntil(@Nullable LocalDate day) {
            warrantyUntil = day;
            return this;
        }

        Draft location(String now) {
            location = now;
            return this;
        }

        Draft file(FileRef file) {
            files = Knowledge.replaced(files, file);
            return this;
        }

        Draft changedAt(Instant at) {
            changedAt = at;
            return this;
        }

        Draft gone() {
            gone = true;
            return this;
        }

        Draft version(long number) {
            version = number;
            return this;
        }

        private Draft blank() {
            name = "";
            code = null;
            stateName = "";
            holders = Holders.NOBODY;
            heldSince = null;
            returnBy = null;
            warrantyUntil = null;
            location = "";
            fields = List.of();
            files = List.of();
            return this;
        }

        Asset made() {
            return new Asset(
                    id,
                    old.kind(),
                    name,
                    gone && name.isEmpty() ? "" : old.model(),
                    gone && name.isEmpty() ? "" : old.maker(),
                    code,
                    gone && name.isEmpty() ? null : old.serial(),
                    state,
                    stateName,
                    holders,
                    heldSince,
                    returnBy,
                    warrantyUntil,
                    location,
                    fields,
                    files,
                    changedAt,
                    gone,
                    version);
        }
    }
}
