-- What is told to whom by mail, and which mails went out.

create table notification (
  id bigint generated always as identity primary key,
  person bigint not null references person on delete cascade,
  kind text not null check (kind in ('RECEIVED', 'REPLY', 'STATUS', 'SOLVED', 'CLOSED')),
  ticket bigint not null references ticket on delete cascade,
  entry bigint references entry on delete cascade,
  created_at timestamptz not null,
  sent_at timestamptz,
  -- why it was not sent, when it was not
  skipped text
);
create index notification_by_ticket on notification (ticket);

create table letter_log (
  id bigint generated always as identity primary key,
  recipient text not null,
  kind text not null,
  sent_at timestamptz not null
);
create index letter_log_by_recipient on letter_log (recipient, sent_at);

grant select, insert, update, delete on notification, letter_log to portal_work;
alter table notification enable row level security;
alter table letter_log enable row level security;
create policy work on notification to portal_work using (true) with check (true);
create policy work on letter_log to portal_work using (true) with check (true);
