package org.clientportal.demo.desk;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.clientportal.itsm.Asset;
import org.clientportal.itsm.Asset.Field;
import org.clientportal.itsm.Asset.Holders;
import org.clientportal.itsm.Asset.Kind;
import org.clientportal.itsm.Asset.State;
import org.jspecify.annotations.Nullable;

/** The pages on which a newcomer hands things out, takes them back and notes what became of them. */
final class AssetPages {

    private final Register register;
    private final Inventory inventory;
    private final DeskFiles files;
    private final PageFrame frame;

    AssetPages(Register register, Inventory inventory, DeskFiles files, PageFrame frame) {
        this.register = register;
        this.inventory = inventory;
        this.files = files;
        this.frame = frame;
    }

    void serve(Router routes) {
        var router = new SameSite(routes);
        router.on("GET", "/assets", this::list);
        router.on("POST", "/assets", this::add);
        router.on("GET", "/assets/{id}", this::page);
        router.on("POST", "/assets/{id}/holders", call -> {
            var named = call.form().getOrDefault("holders", "");
            inventory.handOver(call.path("id"), register.read(view -> HolderText.parse(named, view)));
            back(call);
        });
        router.on("POST", "/assets/{id}/returned", call -> {
            inventory.handOver(call.path("id"), Holders.NOBODY);
            back(call);
        });
        router.on("POST", "/assets/{id}/state", call -> {
            var form = call.form();
            inventory.change(
                    call.path("id"),
                    draft -> draft.state(State.valueOf(form.getOrDefault("state", "IN_USE")))
                            .returnBy(day(form.getOrDefault("returnBy", "")))
                            .location(form.getOrDefault("location", "").strip()));
            back(call);
        });
        router.on("POST", "/assets/{id}/gone", call -> {
            inventory.change(call.path("id"), Inventory.Draft::gone);
            call.seeOther("/assets");
        });
        router.on("POST", "/assets/{id}/files", this::attach);
        router.on("POST", "/tickets/{id}/assets", this::concern);
        router.on("GET", "/assets/{id}/files/{file}", call -> {
            var ref = register.read(view -> view.asset(call.path("id"))).stream()
                    .flatMap(asset -> asset.files().stream())
                    .filter(file -> file.id().equals(call.path("file")))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "file " + call.path("file")));
            AgentPages.send(call, ref, files);
        });
    }

    /** The assets that a ticket is about, as its page shows them. */
    static List<Map<String, String>> of(DeskTicket ticket, Register register) {
        return register.read(view -> ticket.margin().assetIds().stream()
                .flatMap(id -> view.asset(id).stream())
                .map(asset -> Map.of(
                        "id", asset.id(), "name", asset.name(), "code", asset.code() == null ? "" : asset.code()))
                .toList());
    }

    private void concern(Call call) throws IOException {
        var code = call.form().getOrDefault("code", "").strip();
        var asset = register.read(view -> view.assets()).stream()
                .filter(one -> !one.gone() && (code.equals(one.code()) || code.equals(one.id())))
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "asset " + code));
        inventory.concern(call.path("id"), asset.id());
        call.seeOther("/tickets/" + call.path("id") + "#assets");
    }

    private static void back(Call call) throws IOException {
        call.seeOther("/assets/" + AgentPages.encode(call.path("id")));
    }

    private void list(Call call) throws IOException {
        var words = call.query("q").orElse("").strip();
        var wanted = words.toLowerCase(Locale.ROOT);
        var model = frame.model(call, "Assets");
        model.put("q", words);
        model.put("kinds", names(Kind.values()));
        model.put(
                "rows",
                register.read(view -> view.assets().stream()
                        .map(asset -> row(asset, view))
                        .filter(row -> (row.get("name") + " " + row.get("code") + " " + row.get("holders"))
                                .toLowerCase(Locale.ROOT)
                                .contains(wanted))
                        .sorted(Comparator.comparing(row -> String.valueOf(row.get("name"))))
                        .toList()));
        call.html(200, frame.draw("assets", model));
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static Map<String, Object> row(Asset a, Register.View view) {
        var row = new HashMap<String, Object>();
        row.put("id", a.id());
        row.put("name", a.name());
        row.put("code", a.code() == null ? "" : a.code());
        row.put("serial", a.serial() == null ? "" : a.serial());
        row.put("kind", a.kind().name().toLowerCase(Locale.ROOT));
        row.put(
                "model",
                Stream.of(a.maker(), a.model()).filter(part -> !part.isEmpty()).toList());
        row.put("state", a.state().name());
        row.put("word", Inventory.word(a.state()));
        row.put("holders", HolderText.of(a.holders(), view));
        row.put("since", text(a.heldSince()));
        row.put("returnBy", text(a.returnBy()));
        row.put("warranty", text(a.warrantyUntil()));
        row.put("location", a.location());
        row.put("fields", a.fields());
        row.put("files", a.files());
        row.put("gone", a.gone());
        row.put(
                "tickets",
                view.tickets().stream()
                        .filter(ticket ->
                                !ticket.gone() && ticket.margin().assetIds().contains(a.id()))
                        .map(ticket ->
                                Map.of("id", ticket.id(), "number", ticket.number(), "subject", ticket.subject()))
                        .toList());
        return row;
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static @Nullable LocalDate day(String typed) {
        return typed.isEmpty() ? null : LocalDate.parse(typed);
    }

    private void page(Call call) throws IOException {
        var found = register.read(view -> view.asset(call.path("id")).map(asset -> row(asset, view)));
        if (found.isEmpty()) {
            call.html(404, frame.draw("missing", frame.model(call, "Not here")));
            return;
        }
        var model = frame.model(call, String.valueOf(found.get().get("name")));
        model.put("asset", found.get());
        model.put(
                "states",
                Arrays.stream(State.values())
                        .map(state -> Map.of("id", state.name(), "name", Inventory.word(state)))
                        .toList());
        model.put(
                "people",
                register.read(view -> view.people().stream()
                        .filter(person -> person.active() && !person.addresses().isEmpty())
                        .map(person -> person.addresses().getFirst())
                        .sorted()
                        .toList()));
        call.html(200, frame.draw("asset", model));
    }

    private void add(Call call) throws IOException {
        var form = call.form();
        var holders = register.read(view -> HolderText.parse(form.getOrDefault("holders", ""), view));
        var nobody = holders.equals(Holders.NOBODY);
        var id = inventory.register(new Asset(
                "",
                Kind.valueOf(form.getOrDefault("kind", "DEVICE")),
                form.getOrDefault("name", "").strip(),
                form.getOrDefault("model", "").strip(),
                form.getOrDefault("maker", "").strip(),
                blankAsNull(form.getOrDefault("code", "")),
                blankAsNull(form.getOrDefault("serial", "")),
                nobody ? State.IN_STOCK : State.IN_USE,
                "",
                holders,
                nobody ? null : LocalDate.ofInstant(register.now(), Pages.HOME),
                null,
                day(form.getOrDefault("warranty", "")),
                form.getOrDefault("location", "").strip(),
                List.<Field>of(),
                List.of(),
                register.now(),
                false,
                0));
        call.seeOther("/assets/" + id);
    }

    private static @Nullable String blankAsNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private void attach(Call call) throws IOException {
        var form = Multipart.of(call.header("Content-Type"), call.body());
        for (var file : form.files()) {
            inventory.attach(call.path("id"), AgentApi.store(files, file.open(), file.name(), file.contentType()));
        }
        back(call);
    }
}
