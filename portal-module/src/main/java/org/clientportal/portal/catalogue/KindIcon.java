package org.clientportal.portal.catalogue;

import java.util.List;

/** The icons that kinds of request can have: names of symbols in {@code components/icons.ftlh}. */
public final class KindIcon {

    static final String STANDARD = "form";

    public static final List<String> NAMES = List.of(
            "app",
            "building",
            "calendar",
            "car",
            "cart",
            "chat",
            "damage",
            "file",
            "folder",
            "form",
            "headset",
            "key",
            "laptop",
            "mail",
            "monitor",
            "network",
            "person-in",
            "person-out",
            "phone",
            "printer",
            "question",
            "shield",
            "tools",
            "people");

    private KindIcon() {}
}
