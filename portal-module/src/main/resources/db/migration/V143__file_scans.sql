-- What the virus scanner said of a content.

create table content_scan (
  sha256 bytea primary key references content on delete cascade,
  state text not null check (state in ('CLEAN', 'WAITING', 'HELD')),
  -- what was found; empty for nothing, and for what is too large to be looked at
  signature text not null,
  tries integer not null,
  checked_at timestamptz not null,
  -- when it is looked at again; null when there is an answer
  retry_at timestamptz
);
create index content_scan_due on content_scan (retry_at) where state = 'WAITING';

grant select, insert, update, delete on content_scan to portal_work;
grant select on content_scan to portal_page;
alter table content_scan enable row level security;
create policy work on content_scan to portal_work using (true) with check (true);
-- as of content itself: whoever knows the SHA-256 of a content sees what is noted of it
create policy page_read on content_scan for select to portal_page using (true);

-- The bytes of what is held leave the database for nobody, whatever a page asks for.
create policy not_held on content_chunk as restrictive for select to portal_page
  using (not exists (select from content_scan s where s.sha256 = content_chunk.sha256 and s.state = 'HELD'));

-- The person's own files, newest first, but for what is held.
create or replace function own_data_files() returns table (id uuid, name text, bytes bigint, sha256 bytea)
  language sql stable security definer set search_path = public as $$
  select a.id, a.name, a.size, a.sha256 from attachment a join entry e on e.id = a.entry
  where e.author = viewer_id() and a.sha256 is not null
    and not exists (select from content_scan s where s.sha256 = a.sha256 and s.state = 'HELD')
    and exists (select from ticket_reader r
      where r.ticket = a.ticket and r.scope = 'p:' || viewer_id() and (r.until is null or r.until > now()))
  union all
  select f.id, f.name, f.size, f.sha256 from draft_file f join draft d on d.id = f.draft where d.person = viewer_id()
    and not exists (select from content_scan s where s.sha256 = f.sha256 and s.state = 'HELD')
$$;
