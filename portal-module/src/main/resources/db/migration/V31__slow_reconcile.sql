-- The slow comparison of the whole mirror with the platform: how far it has come, and which tickets it has met.

create table reconcile (
  id boolean primary key default true check (id),
  phase text not null check (phase in ('REST', 'READ', 'ASK')),
  -- where the platform's feed, read once more from its beginning, goes on; null at the beginning
  cursor text,
  -- when the present phase of rest, or the walk, began
  since timestamptz not null
);

create table reconcile_seen (
  -- the platform's id of a ticket
  platform_id text primary key
);

grant select, insert, update, delete on reconcile, reconcile_seen to portal_work;
alter table reconcile enable row level security;
alter table reconcile_seen enable row level security;
create policy work on reconcile to portal_work using (true) with check (true);
create policy work on reconcile_seen to portal_work using (true) with check (true);
