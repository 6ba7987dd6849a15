-- Pictures of the pages of documents, made once for each content, and the words in it.

create table content_preview (
  sha256 bytea primary key references content on delete cascade,
  state text not null check (state in ('READY', 'LOCKED', 'FAILED')),
  -- how many pages it has, of which the first ones have pictures
  pages integer not null,
  text text not null,
  made_at timestamptz not null
);
create table preview_page (
  sha256 bytea not null references content_preview on delete cascade,
  page integer not null,
  width integer not null,
  height integer not null,
  content_type text not null check (content_type in ('image/png', 'image/jpeg')),
  bytes bytea not null,
  primary key (sha256, page)
);
alter table preview_page alter column bytes set storage external;

grant select, insert, update, delete on content_preview, preview_page to portal_work;
grant select on content_preview, preview_page to portal_page;

alter table content_preview enable row level security;
alter table preview_page enable row level security;
create policy work on content_preview to portal_work using (true) with check (true);
create policy work on preview_page to portal_work using (true) with check (true);
-- reached through a document that the viewer may read
create policy page_read on content_preview for select to portal_page
  using (exists (select from attachment a where a.sha256 = content_preview.sha256 and a.document is not null));
create policy page_read on preview_page for select to portal_page
  using (exists (select from attachment a where a.sha256 = preview_page.sha256 and a.document is not null));
