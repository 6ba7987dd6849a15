-- Notes: what support wrote for people, who may read them, and who read which edition.

create table note (
  id bigint generated always as identity primary key,
  platform_id text not null unique,
  title text not null,
  -- safe
  html text not null,
  -- the same as plain text
  body_text text not null,
  author text not null,
  written_at timestamptz not null,
  changed_at timestamptz not null,
  edition bigint not null,
  gone boolean not null,
  version bigint not null
);

-- Who may read a note: people, each for themselves. scope is a:p:<person>.
create table note_reader (
  scope text not null,
  note bigint not null references note on delete cascade,
  reason text not null check (reason = 'person'),
  until timestamptz,
  primary key (scope, note)
);
create index note_reader_by_note on note_reader (note);
-- people for whom a note is and whom the mirror does not know yet
create table note_awaits (
  note bigint not null references note on delete cascade,
  person_platform_id text not null,
  primary key (person_platform_id, note)
);

-- Who read which edition: here, and then it goes to the platform; or known from the platform, before this database was made.
create table note_read (
  id bigint generated always as identity primary key,
  note bigint not null references note on delete cascade,
  person bigint not null references person on delete cascade,
  edition bigint not null,
  at timestamptz not null,
  delivery text not null check (delivery in ('SENDING', 'UNKNOWN', 'FAILED', 'DELIVERED')),
  failure text,
  -- twice at the same moment is once
  unique (note, person, edition)
);
create index note_read_by_person on note_read (person);

-- A file belongs to one thing of the platform.
alter table attachment add column note bigint references note on delete cascade;
create index attachment_by_note on attachment (note, position) where note is not null;
alter table attachment drop constraint attachment_of;
do $$
begin
  execute format('alter table attachment add constraint attachment_of check ((ticket is null) = (entry is null) and num_nonnulls(%s) <= 1)',
    (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
      where attrelid = 'attachment'::regclass and attname in ('entry', 'article', 'asset', 'document', 'note') and not attisdropped));
end
$$;

-- ---------------------------------------------------------------- rights and the second wall

grant select, insert, update, delete on note, note_reader, note_awaits, note_read to portal_work;
grant select on note, note_reader, note_read to portal_page;
grant insert on note_read to portal_page;

do $$
declare
  t text;
begin
  foreach t in array array['note', 'note_reader', 'note_awaits', 'note_read'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy work on %I to portal_work using (true) with check (true)', t);
  end loop;
end
$$;

create policy page_read on note_reader for select to portal_page
  using ((select viewer_has('notes')) and scope = any ((select viewer_scopes())::text[]) and (until is null or until > now()));
create policy page_read on note for select to portal_page
  using ((select viewer_has('notes')) and not gone and exists (select from note_reader r where r.note = note.id offset 0));
create policy page_own on note_read for select to portal_page using (person = (select viewer_id()));
-- only what is there to be read can be marked as read, and only by whoever reads it
create policy page_new on note_read for insert to portal_page
  with check (person = (select viewer_id()) and delivery = 'SENDING' and failure is null
    and exists (select from note n where n.id = note_read.note and n.edition = note_read.edition offset 0));
create policy page_read_of_note on attachment for select to portal_page
  using (attachment.note is not null and exists (select from note n where n.id = attachment.note offset 0));

-- ---------------------------------------------------------------- search

alter table search_document drop constraint search_document_kind_check;
alter table search_document add constraint search_document_kind_check
  check (kind in ('article', 'request', 'asset', 'document', 'note', 'receipt', 'ticket'));

create function search_reach_note(scopes text[], query tsquery)
  returns table (kind text, object bigint, language text, changed timestamptz, title_words smallint, vector tsvector)
  language sql stable as $$
  select s.kind, s.object, s.language, s.changed, s.title_words, ts_filter(s.vector, '{a,b,c,d}')
  from search_document s join note n on n.id = s.object and not n.gone
  where s.kind = 'note' and s.vector @@ query and viewer_has('notes')
    and exists (select from note_reader r where r.note = s.object and r.scope = any (scopes) and (r.until is null or r.until > now()))
  order by s.changed desc, s.object desc limit 1000
$$;
create function search_seen_note(scopes text[]) returns bigint language sql stable as $$
  select count(*) from (select from note_reader r where r.scope = any (scopes) limit 1000) few
$$;
revoke execute on function search_reach_note, search_seen_note from public;

-- ---------------------------------------------------------------- a person's own data

create function own_data_notes() returns setof jsonb
  language sql stable security definer set search_path = public as $$
  select jsonb_build_object('name', n.title, 'text', n.html, 'html', true, 'author', n.author, 'at', n.written_at,
    'changedAt', n.changed_at,
    'files', (select jsonb_agg(jsonb_build_object('name', a.name, 'type', a.content_type) order by a.position)
      from attachment a where a.note = n.id),
    'reads', (select jsonb_agg(jsonb_build_object('at', r.at, 'delivery', r.delivery) order by r.edition)
      from note_read r where r.note = n.id and r.person = viewer_id()))
  from note n
  where not n.gone and exists (select from note_reader r where r.note = n.id and r.scope = 'a:p:' || viewer_id())
  order by n.written_at, n.id
$$;
revoke execute on function own_data_notes from public;
grant execute on function own_data_notes to portal_page;
