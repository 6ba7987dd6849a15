-- What a person is told, in the portal and by mail: what they have read, which mails they want, which tickets are mute, and digests.

-- ---------------------------------------------------------------- what a person wants

create table notification_preference (
  person bigint not null references person on delete cascade,
  topic text not null check (topic in ('RECEIVED', 'ANSWER', 'STATE', 'END', 'APPROVAL')),
  mail text not null check (mail in ('AT_ONCE', 'DIGEST', 'NONE')),
  primary key (person, topic)
);

-- When a person's digest is made; without a row as the portal's defaults say.
create table digest_preference (
  person bigint primary key references person on delete cascade,
  -- the hour of the day in the person's own zone; null for every hour
  hour smallint check (hour between 0 and 23)
);

-- A ticket of which a person wants to hear nothing until they say otherwise.
create table ticket_mute (
  person bigint not null references person on delete cascade,
  ticket bigint not null references ticket on delete cascade,
  at timestamptz not null,
  primary key (person, ticket)
);

-- ---------------------------------------------------------------- what a person was told

-- Several notifications in one mail.
create table digest (
  id bigint generated always as identity primary key,
  person bigint not null references person on delete cascade,
  created_at timestamptz not null,
  sent_at timestamptz,
  -- why it was not sent, when it was not
  skipped text
);
create index digest_by_person on digest (person);

alter table notification
  add column read_at timestamptz,
  -- as the person wished when it happened
  add column mail text not null default 'AT_ONCE' check (mail in ('AT_ONCE', 'DIGEST', 'NONE')),
  add column digest bigint references digest on delete set null,
  -- who is away and in whose place the person is told; null when in their own
  add column stands_for bigint references person on delete cascade,
  add column stands_for_name text,
  add check ((stands_for is null) = (stands_for_name is null));
-- what was told before there was a place to read it counts as read
update notification set read_at = created_at;
create index notification_by_person on notification (person, id desc);
create index notification_unread on notification (person, ticket) where read_at is null;
create index notification_for_digest on notification (person, created_at)
  where mail = 'DIGEST' and digest is null and read_at is null;
create index notification_by_time on notification (created_at);
create index notification_by_digest on notification (digest) where digest is not null;

-- ---------------------------------------------------------------- rights and the second wall

grant select, insert, update, delete on notification_preference, digest_preference, ticket_mute, digest to portal_work;
grant select, insert, update on notification_preference, digest_preference to portal_page;
grant select, insert, delete on ticket_mute to portal_page;
grant select on notification to portal_page;
grant update (read_at, mail) on notification to portal_page;

do $$
declare
  t text;
begin
  foreach t in array array['notification_preference', 'digest_preference', 'ticket_mute', 'digest'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy work on %I to portal_work using (true) with check (true)', t);
  end loop;
end
$$;
create policy page_own on notification_preference to portal_page
  using (person = (select viewer_id())) with check (person = (select viewer_id()));
create policy page_own on digest_preference to portal_page
  using (person = (select viewer_id())) with check (person = (select viewer_id()));
create policy page_own on ticket_mute to portal_page
  using (person = (select viewer_id()))
  with check (person = (select viewer_id())
    and exists (select from ticket_reader r where r.ticket = ticket_mute.ticket offset 0));
create policy page_read on notification for select to portal_page using (person = (select viewer_id()));
create policy page_mark on notification for update to portal_page
  using (person = (select viewer_id())) with check (person = (select viewer_id()));

-- ---------------------------------------------------------------- how many are unread, with the session

-- Counted only so far as it is said; of an index that holds nothing but what is unread.
create or replace view session_viewer as
  select s.id, s.login_subject, s.keycloak_sid, s.created_at, s.seen_at, s.expires_at, s.attributes, s.viewed_by,
    p.id as person, p.platform_id, p.name, l.email, coalesce(f.language, p.language) as language,
    coalesce(f.time_zone, p.time_zone) as time_zone, v.version as access_version,
    cast((select count(*) from (select from notification n where n.person = p.id and n.read_at is null limit 100) few)
      as integer) as unread
  from session s
  cross join access_version v
  left join login l on l.enabled
    and l.person = coalesce(s.viewed_person, (select own.person from login own where own.keycloak_id = s.login_subject))
  left join person p on p.id = l.person and p.active
  left join person_preference f on f.person = p.id;
