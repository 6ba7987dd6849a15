-- Documents: what the platform published for people, groups and organisations, in all its versions.

create table document (
  id bigint generated always as identity primary key,
  platform_id text not null unique,
  title text not null,
  kind text not null,
  summary text not null,
  -- of the newest version; null when it is gone
  newest integer,
  since timestamptz,
  changed_at timestamptz not null,
  gone boolean not null,
  version bigint not null
);

-- Who may read a document and why. scope is a:*, a:p:<person>, a:g:<group> or a:o:<organisation>.
create table document_reader (
  scope text not null,
  document bigint not null references document on delete cascade,
  reason text not null check (reason in ('everyone', 'person', 'group', 'organisation')),
  until timestamptz,
  primary key (scope, document)
);
create index document_reader_by_document on document_reader (document);
-- people for whom something is meant and whom the mirror does not know yet
create table document_awaits (
  document bigint not null references document on delete cascade,
  person_platform_id text not null,
  primary key (person_platform_id, document)
);

-- A file belongs to an entry of a ticket, to an article, to an asset or to a document.
alter table attachment add column document bigint references document on delete cascade;
alter table attachment drop constraint attachment_of;
alter table attachment add constraint attachment_of check (
  (ticket is null) = (entry is null) and num_nonnulls(entry, article, asset, document) <= 1);
create index attachment_by_document on attachment (document, position) where document is not null;

create table document_version (
  document bigint not null references document on delete cascade,
  number integer not null check (number > 0),
  since timestamptz not null,
  changes text not null,
  file uuid not null references attachment on delete cascade,
  primary key (document, number)
);
create index document_version_by_file on document_version (file);

-- Which version of a document somebody opened last.
create table document_seen (
  document bigint not null references document on delete cascade,
  person bigint not null references person on delete cascade,
  number integer not null,
  at timestamptz not null,
  primary key (person, document)
);

-- ---------------------------------------------------------------- rights and the second wall

grant select, insert, update, delete on document, document_reader, document_awaits, document_version, document_seen to portal_work;
grant select on document, document_reader, document_version, document_seen to portal_page;
grant insert, update on document_seen to portal_page;

do $$
declare
  t text;
begin
  foreach t in array array['document', 'document_reader', 'document_awaits', 'document_version', 'document_seen'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy work on %I to portal_work using (true) with check (true)', t);
  end loop;
end
$$;

create policy page_read on document_reader for select to portal_page
  using ((select viewer_has('documents')) and scope = any ((select viewer_scopes())::text[])
    and (until is null or until > now()));
create policy page_read on document for select to portal_page
  using ((select viewer_has('documents')) and not gone
    and exists (select from document_reader r where r.document = document.id offset 0));
create policy page_read on document_version for select to portal_page
  using (exists (select from document d where d.id = document_version.document offset 0));
create policy page_own on document_seen to portal_page
  using (person = viewer_id())
  with check (person = viewer_id() and exists (select from document d where d.id = document_seen.document));
create policy page_document on attachment for select to portal_page
  using (attachment.document is not null and exists (select from document d where d.id = attachment.document offset 0));

-- ---------------------------------------------------------------- search

create function search_reach_document(scopes text[], query tsquery)
  returns table (kind text, object bigint, language text, changed timestamptz, title_words smallint, vector tsvector)
  language sql stable as $$
  select s.kind, s.object, s.language, s.changed, s.title_words, ts_filter(s.vector, '{a,b,c,d}')
  from search_document s join document d on d.id = s.object and not d.gone
  where s.kind = 'document' and s.vector @@ query and viewer_has('documents')
    and exists (select from document_reader r
      where r.document = s.object and r.scope = any (scopes) and (r.until is null or r.until > now()))
  order by s.changed desc, s.object desc limit 1000
$$;
create function search_seen_document(scopes text[]) returns bigint language sql stable as $$
  select count(*) from (select from document_reader r where r.scope = any (scopes) limit 1000) few
$$;
revoke execute on function search_reach_document, search_seen_document from public;

-- ---------------------------------------------------------------- a person's own data

create function own_data_documents() returns setof jsonb
  language sql stable security definer set search_path = public as $$
  select jsonb_build_object('title', d.title, 'kind', d.kind, 'version', v.number, 'since', v.since, 'file', a.name, 'bytes', a.size,
    'addressedToMe', exists (select from document_reader r where r.document = d.id and r.scope = 'a:p:' || viewer_id()),
    'opened', s.number, 'openedAt', s.at)
  from document d join document_version v on v.document = d.id and v.number = d.newest join attachment a on a.id = v.file
    left join document_seen s on s.document = d.id and s.person = viewer_id()
  where not d.gone
    and (s.person is not null or exists (select from document_reader r where r.document = d.id and r.scope = 'a:p:' || viewer_id()))
    and exists (select from document_reader r where r.document = d.id and r.scope = any (viewer_scopes())
      and (r.until is null or r.until > now()))
  order by v.since, d.id
$$;
revoke execute on function own_data_documents from public;
grant execute on function own_data_documents to portal_page;
