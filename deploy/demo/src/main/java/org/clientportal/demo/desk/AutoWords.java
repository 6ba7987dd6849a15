package org.clientportal.demo.desk;

import java.util.Map;

/**
 * What the automatic agent says.
 *
 * @param questions by category
 * @param anything the question for any other category
 */
record AutoWords(
        String greeting,
        Map<String, String> questions,
        String anything,
        String looking,
        String solved,
        String again,
        String reopened) {

    private static final AutoWords POLISH = new AutoWords(
            "Dzień dobry,\n\ndziękujemy za zgłoszenie. ",
            Map.of(
                    "hardware",
                    "Prosimy o numer inwentarzowy z naklejki na spodzie urządzenia i informację, od kiedy to się dzieje.",
                    "network",
                    "Czy problem występuje tylko w jednym miejscu, czy także po kablu i w domu? Prosimy o godzinę ostatniego rozłączenia.",
                    "mail",
                    "Prosimy o adres nadawcy, adresata i przybliżoną godzinę wysłania wiadomości.",
                    "accounts",
                    "Prosimy o dokładną treść komunikatu i informację, kto jest właścicielem zasobu.",
                    "printing",
                    "Prosimy o nazwę drukarki (naklejka obok ekranu) i jedno zdjęcie wydruku."),
            "Prosimy o zrzut ekranu z komunikatem i informację, kiedy ostatnio wszystko działało.",
            "Przyjęte, zaczynamy się tym zajmować. Napiszemy, gdy tylko będziemy wiedzieć więcej.",
            "Dziękujemy, to pomogło. Zmieniliśmy ustawienie po naszej stronie – proszę wylogować się i zalogować ponownie.\n\nCzy teraz działa?",
            "Dziękujemy za informację, sprawdzamy dalej.",
            "Przykro nam, że problem wrócił. Otwieramy zgłoszenie ponownie i zajmujemy się nim od razu.");

    private static final AutoWords ENGLISH = new AutoWords(
            "Hello,\n\nthank you for writing. ",
            Map.of(
                    "hardware",
                    "Could you give us the inventory number from the sticker underneath, and since when it happens?",
                    "network",
                    "Does it happen in one place only, or by cable and at home too? When was the last drop?",
                    "mail",
                    "Could you tell us sender, recipient and roughly when the message was sent?",
                    "accounts",
                    "Could you send the exact words of the message, and tell us who owns what you need to reach?",
                    "printing",
                    "Could you tell us the printer's name (the sticker beside the screen) and send one photo of a page?"),
            "Could you send a screenshot of the message, and tell us when it last worked?",
            "We have it and are starting to look. You will hear from us as soon as we know more.",
            "Thank you, that helped. We changed a setting on our side – please sign out and in again.\n\nDoes it work now?",
            "Thank you for telling us, we are looking further.",
            "We are sorry that it came back. The ticket is open again and we are on it.");

    static AutoWords of(boolean polish) {
        return polish ? POLISH : ENGLISH;
    }

    String first(String category, boolean asks) {
        return greeting + (asks ? questions.getOrDefault(category, anything) : looking);
    }
}
