package org.clientportal.portal.sync;

import java.util.List;
import org.clientportal.itsm.Check;
import org.clientportal.itsm.PlatformPack;
import org.clientportal.portal.admin.AdminProblem;
import org.clientportal.portal.admin.AdminProblem.Reason;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a platform must be given before the portal can work with it (docs/admin-api.md). */
@RestController
@RequestMapping("/admin/api/v1/platform/pack")
class PlatformController {

    private final List<PlatformPack> packs;

    PlatformController(ObjectProvider<PlatformPack> packs) {
        this.packs = packs.orderedStream().toList();
    }

    /** The pack as a file; how to load it stands in its first lines. */
    record PackView(String platform, String fileName, String content) {}

    /** What of a pack is there. */
    record PackCheck(String platform, boolean ok, List<Item> items) {

        /** One thing the pack brings. */
        record Item(String name, boolean ok, String advice) {}

        static PackCheck of(String platform, List<Check> checks) {
            return new PackCheck(
                    platform,
                    checks.stream().allMatch(Check::ok),
                    checks.stream()
                            .map(check -> new Item(check.summary(), check.ok(), check.advice()))
                            .toList());
        }
    }

    @GetMapping
    PackView print(@RequestParam String platform) {
        return new PackView(platform, "portal.initialdata", pack(platform).print());
    }

    @GetMapping("/check")
    PackCheck check(@RequestParam String platform) {
        return PackCheck.of(platform, pack(platform).check());
    }

    private PlatformPack pack(String platform) {
        return packs.stream()
                .filter(pack -> pack.platform().equals(platform))
                .findFirst()
                .orElseThrow(() -> new AdminProblem(Reason.NOT_FOUND, "there is no pack for the platform " + platform));
    }
}
