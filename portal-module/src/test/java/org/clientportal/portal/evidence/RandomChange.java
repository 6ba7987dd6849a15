package org.clientportal.portal.evidence;

import java.util.List;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One row of evidence with one column changed at random, a row taken away or a row put in twice; and how it was before. */
record RandomChange(String sql, String table) {

    /** By number in the file; what is looked at changes place when it changes. */
    static RandomChange of(JdbcClient administrator, String table, Random random) {
        var rows = administrator
                .sql("select ctid::text from " + table + " order by ctid")
                .query(String.class)
                .list();
        var row = rows.get(random.nextInt(rows.size()));
        var sql = random.nextInt(8) == 0
                ? "delete from " + table + " where ctid = '" + row + "'"
                : "update " + table + " set " + change(administrator, table, row, random) + " where ctid = '" + row
                        + "'";
        administrator.sql(sql).update();
        return new RandomChange(sql, table);
    }

    private record Column(String name, String type) {}

    private static String change(JdbcClient administrator, String table, String row, Random random) {
        while (true) {
            var columns = administrator
                    .sql("""
                            select column_name, data_type from information_schema.columns
                            where table_name = ? and column_name <> 'id' order by ordinal_position""")
                    .param(table)
                    .query((found, number) -> new Column(found.getString(1), found.getString(2)))
                    .list();
            var column = columns.get(random.nextInt(columns.size()));
            var change = column.name() + " = " + other(column, random);
            // only what is another row than before, and stands where no other row stands
            var isChange = administrator
                    .sql("select " + column.name() + " is distinct from " + other(column, new Random(0)) + " from "
                            + table + " where ctid = '" + row + "'")
                    .query(Boolean.class)
                    .single();
            if (isChange && !isTaken(column)) {
                return change;
            }
        }
    }

    private static boolean isTaken(Column column) {
        return List.of("number").contains(column.name());
    }

    private static String otherByte(String column, int at, int more) {
        return "coalesce(set_byte(" + column + ", " + at + ", (get_byte(" + column + ", " + at + ") + " + more
                + ") % 256), '\\x00')";
    }

    private static String other(Column column, Random random) {
        return switch (column.type()) {
            case "bytea" -> otherByte(column.name(), random.nextInt(32), 1 + random.nextInt(255));
            case "bigint", "integer" -> "coalesce(" + column.name() + ", 0) + " + (1000 + random.nextInt(1000));
            case "timestamp with time zone" -> "coalesce(" + column.name() + ", now()) + interval '1 microsecond'";
            default ->
                column.name().equals("kind")
                        ? "case kind when 'ERASED' then 'CONFIRMED' else 'ERASED' end"
                        : "coalesce(" + column.name() + ", '') || 'x'";
        };
    }

    void undo(JdbcClient administrator) {
        administrator.sql("truncate " + table).update();
        administrator
                .sql("insert into " + table + (table.equals("confirmation") ? " overriding system value" : "")
                        + " select * from copy_of_" + table)
                .update();
    }
}
