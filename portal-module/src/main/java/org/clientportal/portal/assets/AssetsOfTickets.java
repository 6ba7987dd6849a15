package org.clientportal.portal.assets;

import java.util.List;
import java.util.Optional;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.requests.OwnAssets;
import org.clientportal.portal.tickets.AssetsNamed;
import org.springframework.stereotype.Component;

/** Assets as tickets and forms name them: those that the viewer has, and nobody else's. */
@Component
class AssetsOfTickets implements AssetsNamed, OwnAssets {

    private final HeldAssets assets;

    AssetsOfTickets(HeldAssets assets) {
        this.assets = assets;
    }

    @Override
    public Optional<Named> asset(Viewer viewer, String platformId) {
        return assets.held(viewer, platformId).map(AssetsOfTickets::named);
    }

    @Override
    public List<Named> of(Viewer viewer, long ticket) {
        return assets.ofTicket(viewer, ticket).stream()
                .map(AssetsOfTickets::named)
                .toList();
    }

    private static Named named(HeldAssets.Held asset) {
        return new Named(asset.platformId(), asset.name(), asset.code(), asset.url());
    }

    /** Whatever has a code: a form sends nothing else. */
    @Override
    public List<Asset> of(Viewer viewer) {
        return assets.of(viewer).stream()
                .filter(asset -> asset.code() != null)
                .map(asset -> new Asset(String.valueOf(asset.code()), asset.name(), asset.platformId()))
                .toList();
    }
}
