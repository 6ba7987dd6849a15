-- People the platform names on a ticket who are not known here yet; when they come they get their rights, in the same
-- transaction. Normally empty: the feed brings people first.

create table ticket_awaited (
  -- the platform's id of the person
  person text not null,
  ticket bigint not null references ticket on delete cascade,
  reason text not null check (reason in ('requester', 'participant', 'author')),
  -- what the author wrote
  entry bigint references entry on delete cascade,
  unique nulls not distinct (person, ticket, reason, entry)
);
create index ticket_awaited_by_ticket on ticket_awaited (ticket);
create index ticket_awaited_by_entry on ticket_awaited (entry);

grant select, insert, update, delete on ticket_awaited to portal_work;
alter table ticket_awaited enable row level security;
create policy work on ticket_awaited to portal_work using (true) with check (true);
