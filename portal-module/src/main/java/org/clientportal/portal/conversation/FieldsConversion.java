package org.clientportal.portal.conversation;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.postgresql.util.PGobject;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A draft's text fields are one JSON object in the database. */
@Configuration(proxyBeanMethods = false)
class FieldsConversion {

    @Bean
    JdbcCustomConversions jdbcCustomConversions(JsonMapper json) {
        return new JdbcCustomConversions(List.of(new ToJson(json), new FromJson(json)));
    }

    @WritingConverter
    record ToJson(JsonMapper json) implements Converter<Draft.Fields, PGobject> {
        @Override
        public PGobject convert(Draft.Fields fields) {
            var object = new PGobject();
            object.setType("jsonb");
            try {
                // PostgreSQL's jsonb cannot hold U+0000
                object.setValue(json.writeValueAsString(fields.values()).replace("\\u0000", ""));
            } catch (SQLException impossible) {
                throw new IllegalStateException(impossible);
            }
            return object;
        }
    }

    @ReadingConverter
    record FromJson(JsonMapper json) implements Converter<PGobject, Draft.Fields> {
        private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

        @Override
        public Draft.Fields convert(PGobject object) {
            return new Draft.Fields(json.readValue(String.valueOf(object.getValue()), TEXTS));
        }
    }
}
