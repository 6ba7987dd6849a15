-- What a person typed in an entry whose body is HTML because it has marks: for a platform that takes no HTML, and to know the
-- entry again when such a platform gives it back. Null for plain text and for what others wrote.
alter table entry add column typed text;
