package org.clientportal.demo.desk;

import java.io.IOException;
import java.time.LocalDate;
import org.clientportal.itsm.Asset;
import org.clientportal.itsm.Asset.Holders;
import org.clientportal.itsm.Asset.State;
import org.jspecify.annotations.Nullable;

/**
 * The agents' work with assets as JSON, for tests and scripts; not part of the contract.
 *
 * <pre>
 * GET    /agent/assets                     all, those off the books included
 * POST   /agent/assets                     an asset of the contract; id, word for the state and version are the desk's
 * POST   /agent/assets/{id}/files?name=…   the bytes
 * PUT    /agent/assets/{id}/holders        {personIds?, groups?, organisationIds?}; nobody puts it into stock
 * PUT    /agent/assets/{id}/state          {state, returnBy?}
 * DELETE /agent/assets/{id}                off the books
 * POST   /agent/tickets/{id}/assets        {assetId}
 * </pre>
 */
final class AssetApi {

    private static final String ASSET = "/agent/assets/{id}";

    private final Register register;
    private final Inventory inventory;
    private final DeskFiles files;

    AssetApi(Register register, Inventory inventory, DeskFiles files) {
        this.register = register;
        this.inventory = inventory;
        this.files = files;
    }

    private record Made(String id) {}

    private record NewState(State state, @Nullable LocalDate returnBy) {}

    private record About(String assetId) {}

    void serve(Router routes) {
        var router = new SameSite(routes);
        router.on("GET", "/agent/assets", call -> call.json(register.read(view -> view.assets())));
        router.on("POST", "/agent/assets", call -> call.json(new Made(inventory.register(call.body(Asset.class)))));
        router.on("POST", ASSET + "/files", this::attach);
        router.on("PUT", ASSET + "/holders", call -> {
            inventory.handOver(call.path("id"), call.body(Holders.class));
            call.done();
        });
        router.on("PUT", ASSET + "/state", call -> {
            var wanted = call.body(NewState.class);
            inventory.change(
                    call.path("id"), draft -> draft.state(wanted.state()).returnBy(wanted.returnBy()));
            call.done();
        });
        router.on("DELETE", ASSET, call -> {
            inventory.change(call.path("id"), Inventory.Draft::gone);
            call.done();
        });
        router.on("POST", "/agent/tickets/{id}/assets", call -> {
            inventory.concern(call.path("id"), call.body(About.class).assetId());
            call.done();
        });
    }

    private void attach(Call call) throws IOException {
        var name = call.query("name").orElse("file");
        var type = call.query("type").orElse("application/octet-stream");
        inventory.attach(call.path("id"), AgentApi.store(files, call.body(), name, type));
        call.done();
    }
}
