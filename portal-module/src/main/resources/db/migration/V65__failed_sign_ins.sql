-- Sign-ins that Keycloak turned away, for the person whose login it was: a wrong password, a wrong code, too many of them.
create table failed_sign_in (
  -- Keycloak's id of its event, so that one that is read twice is there once
  event text primary key,
  login_subject text not null,
  at timestamptz not null,
  address text not null
);
create index failed_sign_in_by_login on failed_sign_in (login_subject, at desc);
create index failed_sign_in_by_time on failed_sign_in (at);
alter table failed_sign_in enable row level security;
create policy work on failed_sign_in to portal_work using (true) with check (true);
grant select, insert, delete on failed_sign_in to portal_work;
-- the page that shows them reads as the login role does, like those that succeeded
create policy shown on failed_sign_in for select to portal using (true);
grant select on failed_sign_in to portal;

-- How far Keycloak's events have been read.
create table failed_sign_in_read (
  id boolean primary key default true check (id),
  upto timestamptz not null
);
alter table failed_sign_in_read enable row level security;
create policy work on failed_sign_in_read to portal_work using (true) with check (true);
grant select, insert, update on failed_sign_in_read to portal_work;
