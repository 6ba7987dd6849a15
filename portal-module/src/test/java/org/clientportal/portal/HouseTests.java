package org.clientportal.portal;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import org.clientportal.portal.access.Needs;
import org.clientportal.portal.access.WorkTransaction;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/** The house keeps its shape: who may use whom, and what is open to others. */
class HouseTests {

    private static final String PORTAL = "org.clientportal.portal.";

    /** Shared mechanisms: any feature may use them. */
    private static final List<String> SHARED = List.of(
            "access",
            "colleagues",
            "conversation",
            "outbox",
            "search",
            "live",
            "web",
            "branding",
            "pdf",
            "previews",
            "sync",
            "letters",
            "admin",
            "audit");

    /** Features, and the features each may use (said in its package-info.java). */
    private static final Map<String, List<String>> FEATURES = Map.ofEntries(
            Map.entry("tickets", List.of()),
            Map.entry("expiry", List.of("tickets")),
            Map.entry("identity", List.of()),
            Map.entry("pace", List.of()),
            Map.entry("notifications", List.of("tickets")),
            Map.entry("knowledge", List.of()),
            Map.entry("announcements", List.of()),
            Map.entry("assets", List.of("tickets", "requests")),
            Map.entry("documents", List.of()),
            Map.entry("notes", List.of()),
            Map.entry("home", List.of("tickets", "knowledge", "assets", "documents", "notes", "announcements")),
            Map.entry("profile", List.of()),
            Map.entry("owndata", List.of()),
            Map.entry("evidence", List.of()),
            Map.entry("standins", List.of()),
            Map.entry("signin", List.of("identity", "tickets")),
            Map.entry("inbox", List.of("tickets", "identity")),
            Map.entry("catalogue", List.of()),
            Map.entry("requests", List.of("catalogue", "tickets")),
            Map.entry("realm", List.of()),
            Map.entry("sso", List.of()),
            Map.entry("grants", List.of("identity")),
            Map.entry("doctor", List.of()));

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("org.clientportal");

    @Test
    void thePortToThePlatformUsesNothingElse() {
        noClasses()
                .that()
                .resideInAPackage("org.clientportal.itsm")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.clientportal..").and(not(resideInAPackage("org.clientportal.itsm"))))
                .check(HOUSE);
    }

    @Test
    void aPlatformUsesThePortOnly() {
        for (var platform : List.of("http", "rt")) {
            noClasses()
                    .that()
                    .resideInAPackage("org.clientportal.itsm." + platform + "..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("org.clientportal..")
                            .and(not(resideInAnyPackage(
                                    "org.clientportal.itsm", "org.clientportal.itsm." + platform + ".."))))
                    .check(HOUSE);
        }
    }

    @Test
    void portsUseRecordsOfThePlatformOnly() {
        noClasses()
                .that()
                .resideInAPackage("org.clientportal.ports")
                .should()
                .dependOnClassesThat(resideInAPackage("org.clientportal..")
                        .and(not(resideInAnyPackage("org.clientportal.ports", "org.clientportal.itsm"))))
                .check(HOUSE);
    }

    @Test
    void readingMailKnowsNothingOfThePortal() {
        noClasses()
                .that()
                .resideInAPackage("org.clientportal.mail")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.clientportal..").and(not(resideInAPackage("org.clientportal.mail"))))
                .check(HOUSE);
    }

    @Test
    void routesUseNoFeatureAndFeaturesNoCamelNoKeycloakNoPlatform() {
        noClasses()
                .that()
                .resideInAPackage("org.clientportal.routes..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.clientportal.portal..")
                .check(HOUSE);
        noClasses()
                .that(resideInAPackage("org.clientportal.portal..").and(not(resideInAPackage(PORTAL + "doctor.."))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.camel..",
                        "org.keycloak..",
                        "org.clientportal.keycloak..",
                        "org.clientportal.itsm.http..",
                        "org.clientportal.itsm.rt..",
                        "org.clientportal.routes..")
                .check(HOUSE);
    }

    @Test
    void featuresUseSharedMechanismsAndTheFeaturesTheyName() {
        FEATURES.forEach((feature, mayUse) -> {
            var foreign = FEATURES.keySet().stream()
                    .filter(other -> !other.equals(feature) && !mayUse.contains(other))
                    .map(other -> PORTAL + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(PORTAL + feature + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(foreign)
                    .check(HOUSE);
        });
        SHARED.forEach(shared -> noClasses()
                .that()
                .resideInAPackage(PORTAL + shared + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FEATURES.keySet().stream()
                        .map(feature -> PORTAL + feature + "..")
                        .toArray(String[]::new))
                .check(HOUSE));
    }

    /** Pages that everybody with access has, whatever is granted; the webhook is the platform's. */
    private static final List<String> EVERYBODYS = List.of(
            "home",
            "profile",
            "owndata",
            "signin",
            "live",
            "branding",
            "web",
            "sync",
            "announcements",
            "search",
            // what says only whether a confirmation is valid, to anybody
            "evidence");

    @Test
    void everyOtherPageSaysWhichFeatureItNeeds() {
        classes()
                .that()
                .areAnnotatedWith(Controller.class)
                .and()
                .resideOutsideOfPackages(
                        EVERYBODYS.stream().map(name -> PORTAL + name).toArray(String[]::new))
                .should()
                .beAnnotatedWith(Needs.class)
                .check(HOUSE);
    }

    @Test
    void packagesHaveNoCircles() {
        slices().matching("org.clientportal.portal.(*)..")
                .should()
                .beFreeOfCycles()
                .check(HOUSE);
        slices().matching("org.clientportal.(itsm|ports|mail|keycloak|routes)..")
                .should()
                .beFreeOfCycles()
                .check(HOUSE);
    }

    @Test
    void controllersAreNobodysBusiness() {
        classes()
                .that()
                .areAnnotatedWith(Controller.class)
                .or()
                .areAnnotatedWith(RestController.class)
                .should()
                .notBePublic()
                .check(HOUSE);
    }

    @Test
    void noPageWorksWithTheEyesOfARoute() {
        methods()
                .that()
                .areAnnotatedWith(WorkTransaction.class)
                .should()
                .beDeclaredInClassesThat()
                .resideInAnyPackage(
                        PORTAL + "outbox",
                        PORTAL + "sync",
                        PORTAL + "letters",
                        PORTAL + "expiry",
                        PORTAL + "pace",
                        PORTAL + "notifications",
                        PORTAL + "identity",
                        PORTAL + "inbox",
                        PORTAL + "grants",
                        // a look through somebody's eyes begins before there is a viewer
                        PORTAL + "signin",
                        // a form whose session has ended has no viewer; its key says whose it is
                        PORTAL + "conversation",
                        PORTAL + "admin",
                        PORTAL + "audit",
                        PORTAL + "realm",
                        PORTAL + "catalogue",
                        PORTAL + "sso",
                        PORTAL + "search",
                        PORTAL + "knowledge",
                        PORTAL + "announcements",
                        PORTAL + "assets",
                        PORTAL + "notes",
                        PORTAL + "documents",
                        PORTAL + "previews",
                        // whether evidence is whole has nothing to do with who asks
                        PORTAL + "evidence",
                        PORTAL + "doctor")
                .check(HOUSE);
    }
}
