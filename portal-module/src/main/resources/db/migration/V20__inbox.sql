-- Mail that came in: the raw message, what became of it, and every step of the way there.

create table mail_cursor (
  account text not null,
  uid_validity bigint not null,
  last_uid bigint not null,
  primary key (account, uid_validity)
);

create table mail_poll (
  account text primary key,
  -- last poll that went well
  polled_at timestamptz,
  failed_at timestamptz,
  failure text
);

create table inbound_mail (
  id bigint generated always as identity primary key,
  account text not null,
  uid_validity bigint not null,
  uid bigint not null,
  received_at timestamptz not null,
  raw bytea not null,
  verdict text not null check (verdict in ('WAITING', 'TICKET', 'REPLY', 'IGNORED', 'HELD', 'FAILED')),
  reason text not null,
  attempts integer not null default 0,
  due_at timestamptz not null,
  -- what was understood of it, once it was read
  sender text,
  subject text,
  message_id text,
  body_hash text,
  -- what it became
  person bigint references person on delete set null,
  verified boolean,
  ticket bigint references ticket on delete set null,
  entry bigint references entry on delete set null,
  settled_at timestamptz,
  unique (account, uid_validity, uid)
);
alter table inbound_mail alter column raw set storage external;
create index inbound_mail_waiting on inbound_mail (due_at) where verdict = 'WAITING';
create index inbound_mail_by_message_id on inbound_mail (message_id, account);
create index inbound_mail_by_ticket on inbound_mail (ticket);
create index inbound_mail_unsettled on inbound_mail (verdict, received_at) where verdict in ('WAITING', 'FAILED', 'HELD');

create table inbound_step (
  id bigint generated always as identity primary key,
  mail bigint not null references inbound_mail on delete cascade,
  at timestamptz not null,
  step text not null,
  verdict text not null,
  reason text not null
);
create index inbound_step_by_mail on inbound_step (mail, id);

grant select, insert, update, delete on mail_cursor, mail_poll, inbound_mail, inbound_step to portal_work;
alter table mail_cursor enable row level security;
alter table mail_poll enable row level security;
alter table inbound_mail enable row level security;
alter table inbound_step enable row level security;
create policy work on mail_cursor to portal_work using (true) with check (true);
create policy work on mail_poll to portal_work using (true) with check (true);
create policy work on inbound_mail to portal_work using (true) with check (true);
create policy work on inbound_step to portal_work using (true) with check (true);
