-- The four roles of the portal, made idempotently by `portal db init` and by the demo, never by a migration: roles belong to
-- the cluster. Run by a superuser. Passwords are set separately, so that this text can be printed.
do $$
declare
  wanted record;
begin
  for wanted in select * from (values
      ('portal_owner', 'login noinherit nocreatedb nocreaterole nosuperuser nobypassrls'),
      ('portal', 'login noinherit nocreatedb nocreaterole nosuperuser nobypassrls'),
      ('portal_page', 'nologin nosuperuser nobypassrls'),
      ('portal_work', 'nologin nosuperuser nobypassrls')) as roles(name, attributes)
  loop
    if not exists (select from pg_roles where rolname = wanted.name) then
      execute format('create role %I', wanted.name);
    end if;
    execute format('alter role %I %s', wanted.name, wanted.attributes);
  end loop;
end
$$;
grant portal_page, portal_work to portal;
