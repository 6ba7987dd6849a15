package org.clientportal.portal.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Something that holds for some answers and not for others. It looks only at fields before the one it is for. */
public sealed interface Condition {

    /** @param answers the values of a field as they are sent; empty when it is not answered or not asked */
    boolean holds(Function<String, List<String>> answers);

    /** As in the file, for the page's script. */
    default Map<String, Object> tree() {
        return KindTree.condition(this);
    }

    /** Ids of the fields it looks at. */
    Stream<String> fields();

    /** The answer is one of the values, or, when {@code not}, none of them. */
    record Is(String field, Set<String> values, boolean not) implements Condition {
        public Is {
            values = Set.copyOf(values);
        }

        @Override
        public boolean holds(Function<String, List<String>> answers) {
            return answers.apply(field).stream().anyMatch(values::contains) != not;
        }

        @Override
        public Stream<String> fields() {
            return Stream.of(field);
        }
    }

    /** Something, or nothing, was answered. */
    record Filled(String field, boolean filled) implements Condition {
        @Override
        public boolean holds(Function<String, List<String>> answers) {
            return answers.apply(field).isEmpty() != filled;
        }

        @Override
        public Stream<String> fields() {
            return Stream.of(field);
        }
    }

    /** A number lies between two others, both included; null for no bound. */
    record Between(
            String field,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most) implements Condition {
        @Override
        public boolean holds(Function<String, List<String>> answers) {
            return answers.apply(field).stream()
                    .findFirst()
                    .flatMap(Values::number)
                    .filter(number -> least == null || number.compareTo(least) >= 0)
                    .filter(number -> most == null || number.compareTo(most) <= 0)
                    .isPresent();
        }

        @Override
        public Stream<String> fields() {
            return Stream.of(field);
        }
    }

    /** All of several, or any of them. */
    record Several(List<Condition> conditions, boolean all) implements Condition {
        public Several {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean holds(Function<String, List<String>> answers) {
            return all
                    ? conditions.stream().allMatch(each -> each.holds(answers))
                    : conditions.stream().anyMatch(each -> each.holds(answers));
        }

        @Override
        public Stream<String> fields() {
            return conditions.stream().flatMap(Condition::fields);
        }
    }
}
