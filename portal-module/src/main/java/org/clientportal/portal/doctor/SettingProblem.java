package org.clientportal.portal.doctor;

import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Puts a failed binding into words; the values of secrets are never among them. */
final class SettingProblem {

    private static final List<String> SECRET = List.of("secret", "password", "token", "key");

    private SettingProblem() {}

    static String missing(String name) {
        return name + " (" + variable(name) + ") is missing" + example(name);
    }

    static String unknown(String name) {
        return name + " is no setting of the portal; is it misspelt?";
    }

    static List<String> of(String prefix, RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindValidationException invalid) {
                return invalid.getValidationErrors().getAllErrors().stream()
                        .map(error -> prefix + invalid(error))
                        .toList();
            }
            if (cause instanceof UnboundConfigurationPropertiesException unbound) {
                return unbound.getUnboundProperties().stream()
                        .map(property -> unknown(property.getName().toString()))
                        .toList();
            }
        }
        var words = words(failure);
        return List.of(words.startsWith(": portal.") ? words.substring(2) : name(prefix, failure) + words);
    }

    private static String invalid(ObjectError error) {
        var message = String.valueOf(error.getDefaultMessage());
        var words = message.startsWith("must not be ") ? "is missing" : message;
        return error instanceof FieldError field ? "." + dashed(field.getField()) + " " + words : " " + words;
    }

    private static String name(String prefix, RuntimeException failure) {
        return failure instanceof BindException bind && bind.getProperty() != null
                ? bind.getProperty().getName().toString()
                : failure instanceof BindException bind ? bind.getName().toString() : prefix;
    }

    private static String words(RuntimeException failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            if (root instanceof ConversionFailedException conversion) {
                break;
            }
            root = root.getCause();
        }
        if (root instanceof ConversionFailedException conversion) {
            var name = name("", failure);
            var value = isSecret(name) ? "" : " '" + conversion.getValue() + "'";
            return " is" + value + ", it should be "
                    + kind(conversion.getTargetType().getType());
        }
        return ": " + root.getMessage();
    }

    private static String kind(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "Duration" -> "a length of time such as 30s or 5m";
            case "DataSize" -> "a size such as 25MB";
            case "URI", "URL" -> "an address such as https://help.example.com";
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "boolean", "Boolean" -> "true or false";
            case "ZoneId" -> "a time zone such as Europe/Warsaw";
            default ->
                type.isEnum()
                        ? "one of "
                                + List.of(type.getEnumConstants()).toString().toLowerCase(Locale.ROOT)
                        : "a " + type.getSimpleName();
        };
    }

    private static boolean isSecret(String name) {
        return SECRET.stream().anyMatch(name.toLowerCase(Locale.ROOT)::contains);
    }

    /** {@code clientSecret} becomes {@code client-secret}. */
    private static String dashed(String field) {
        return field.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    static String variable(String name) {
        return name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static String example(String name) {
        return switch (name) {
            case "spring.datasource.url" -> ": the portal's database, such as jdbc:postgresql://db.example.com/portal";
            case "spring.datasource.username" -> ": the role the portal works as; 'portal db init' makes portal";
            case "spring.datasource.password" -> ": that role's password";
            case "portal.itsm.platform" -> ": the kind of platform, http (the open contract) or rt (Request Tracker)";
            case "spring.flyway.user" -> ": the role that owns the tables; 'portal db init' makes portal_owner";
            default -> "";
        };
    }
}
