package org.clientportal.portal.requests;

import java.util.List;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.catalogue.Lookup;
import org.clientportal.portal.colleagues.Colleagues;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What answers name, looked up with the viewer's eyes. Within the caller's page transaction. */
@Component
class Lookups {

    private final Colleagues colleagues;
    private final ObjectProvider<OwnAssets> features;

    Lookups(Colleagues colleagues, ObjectProvider<OwnAssets> features) {
        this.colleagues = colleagues;
        this.features = features;
    }

    List<OwnAssets.Asset> assets(Viewer viewer) {
        return features.orderedStream()
                .flatMap(feature -> feature.of(viewer).stream())
                .toList();
    }

    Lookup of(Viewer viewer) {
        return new Lookup() {
            @Override
            public Named person(String typed) {
                var found = colleagues.meant(typed);
                return switch (found.size()) {
                    case 0 -> Named.UNKNOWN;
                    case 1 -> Named.found(found.getFirst().text());
                    default -> Named.AMBIGUOUS;
                };
            }

            /** What is not on the list is taken as it was written: it may lie on the desk all the same. */
            @Override
            public Named asset(String code) {
                return Named.found(assets(viewer).stream()
                        .filter(asset -> asset.code().equals(code))
                        .map(OwnAssets.Asset::text)
                        .findFirst()
                        .orElse(code));
            }
        };
    }

    List<Colleagues.Colleague> suggested(String typed) {
        return colleagues.suggested(typed);
    }
}
