-- What enabling many needs to know of a login.

-- whether the next password may go to a login that opens the admin API; asked for by portal-admin only
alter table login add column even_administrator boolean not null default false;
-- who opened or closed it last: a rule withdraws only what a rule opened
alter table login add column opened_by text not null default 'ADMINISTRATOR'
  check (opened_by in ('ADMINISTRATOR', 'PLATFORM', 'RULE'));
update login set opened_by = 'PLATFORM' where changed_by = 'platform';
-- when the portal last set its password; an older one at Keycloak came from a backup
alter table login add column password_set_at timestamptz;

-- Addresses that were a login until the platform named another; each is told of it.
create table former_address (
  id bigint generated always as identity primary key,
  person bigint not null references person on delete cascade,
  address text not null,
  changed_at timestamptz not null
);
alter table former_address enable row level security;
create policy work on former_address to portal_work using (true) with check (true);
grant select, insert on former_address to portal_work;

-- the newest work about a login says how it stands
create index outbox_of_login on outbox (lane, id desc) where destination = 'LOGINS';
