-- How the next password of a login is to be: written with the wish, read by the worker. The password itself is nowhere.
alter table login add column password_temporary boolean not null default true;
alter table login add column even_agent boolean not null default false;
