-- What stands around a ticket: links to others, what was promised, what it waits for, and how long such tickets take.

alter table ticket
  -- by when the platform means to answer and to solve
  add column answer_by timestamptz,
  add column solve_by timestamptz,
  -- in the platform's words
  add column waiting_for text;

-- By the platform's id, since the other ticket may come later, or never.
create table ticket_link (
  ticket bigint not null references ticket on delete cascade,
  other text not null,
  kind text not null check (kind in ('RELATED', 'PARENT', 'CHILD', 'WAITS_FOR', 'NEEDED_BY')),
  primary key (ticket, other, kind)
);

-- How long tickets of a category took, worked out in the background from those of the last 90 days. In seconds.
create table category_pace (
  category text primary key,
  solved integer not null,
  solve_median bigint not null,
  solve_most bigint not null,
  answered integer not null,
  answer_median bigint,
  answer_most bigint,
  taken_at timestamptz not null
);
create index ticket_over on ticket (since) where meaning in ('SOLVED', 'CLOSED') and not gone and merged_into is null;

grant select, insert, update, delete on ticket_link, category_pace to portal_work;
grant select on ticket_link, category_pace to portal_page;
alter table ticket_link enable row level security;
alter table category_pace enable row level security;
create policy work on ticket_link to portal_work using (true) with check (true);
create policy work on category_pace to portal_work using (true) with check (true);
create policy page_read on ticket_link for select to portal_page
  using (exists (select from ticket_reader r where r.ticket = ticket_link.ticket offset 0));
-- no ticket can be recognised in it
create policy page_read on category_pace for select to portal_page using (true);
