-- What comes after an answer: closing what was solved and not answered, opening it again for a while, a new ticket that takes up an
-- old one, and how the person found the solution.

-- ---------------------------------------------------------------- since when a ticket is what it is

alter table ticket
  -- when it came to mean what it means now, as the platform tells it
  add column since timestamptz not null default now(),
  -- the ticket that this one takes up again, until the platform has linked the two
  add column follows bigint references ticket on delete set null;
update ticket t set since = coalesce(
  (select max(e.at) from entry e where e.ticket = t.id and e.status is not null), t.changed_at);
create index ticket_solved on ticket (since) where meaning = 'SOLVED' and not gone and merged_into is null;
create index ticket_by_follows on ticket (follows) where follows is not null;

-- ---------------------------------------------------------------- automatic closing

-- One row: since when solved tickets are closed. What was solved long before stays as it is.
create table ticket_closing_rule (
  id boolean primary key default true check (id),
  began_at timestamptz not null
);

-- What was promised for one time that a ticket was solved; it holds also when the settings change.
create table ticket_closing (
  ticket bigint not null references ticket on delete cascade,
  since timestamptz not null,
  closes_at timestamptz not null,
  noticed_at timestamptz,
  asked_at timestamptz,
  primary key (ticket, since)
);
create index ticket_closing_due on ticket_closing (closes_at) where asked_at is null;

-- ---------------------------------------------------------------- how the person found it

create table ticket_rating (
  id bigint generated always as identity primary key,
  ticket bigint not null references ticket on delete cascade,
  person bigint references person on delete set null,
  score smallint not null check (score between 1 and 5),
  comment text not null,
  at timestamptz not null,
  -- null: the platform has it from elsewhere
  request_key uuid unique,
  delivery text not null check (delivery in ('SENDING', 'DELIVERED', 'UNKNOWN', 'FAILED')),
  failure text
);
create index ticket_rating_by_ticket on ticket_rating (ticket, id desc);

-- ---------------------------------------------------------------- mails

alter table notification drop constraint notification_kind_check,
  add constraint notification_kind_check check (kind in ('RECEIVED', 'REPLY', 'STATUS', 'SOLVED', 'CLOSING', 'CLOSED'));

-- ---------------------------------------------------------------- rights and the second wall

grant select, insert, update, delete on ticket_closing_rule, ticket_closing, ticket_rating to portal_work;
grant select on ticket_closing, ticket_rating to portal_page;
grant insert on ticket_rating to portal_page;

alter table ticket_closing_rule enable row level security;
alter table ticket_closing enable row level security;
alter table ticket_rating enable row level security;
create policy work on ticket_closing_rule to portal_work using (true) with check (true);
create policy work on ticket_closing to portal_work using (true) with check (true);
create policy work on ticket_rating to portal_work using (true) with check (true);
create policy page_read on ticket_closing for select to portal_page
  using (exists (select from ticket_reader r where r.ticket = ticket_closing.ticket offset 0));
-- what somebody thinks of the solution is for them and for support
create policy page_read on ticket_rating for select to portal_page using (person = (select viewer_id()));
create policy page_new on ticket_rating for insert to portal_page
  with check (person = viewer_id() and delivery = 'SENDING' and request_key is not null
    and exists (select from ticket t where t.id = ticket_rating.ticket and t.requester = viewer_id()));
