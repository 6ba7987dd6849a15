-- The knowledge base and announcements: mirrored, read by audience.

-- What the viewer has; set by the transaction manager together with the role.
create function viewer_has(feature text) returns boolean language sql stable parallel safe
  return feature = any (coalesce(nullif(current_setting('portal.features', true), ''), '{}')::text[]);

-- The audiences a person belongs to: everybody signed in, their organisation and all above it, their groups, themselves.
create function audiences_of(whom bigint) returns text[]
  language sql stable security definer set search_path = public as $$
  select array['a:*', 'a:p:' || whom]
    || array(select 'a:o:' || a.organisation from person p cross join organisations_above(p.organisation_platform_id) a
      where p.id = whom)
    || array(select 'a:g:' || g.name from person_group g where g.person = whom)
$$;
revoke execute on function audiences_of from public;
grant execute on function audiences_of to portal_work;

create table article (
  id bigint generated always as identity primary key,
  platform_id text not null unique,
  title text not null,
  summary text not null,
  -- made safe and good when it was taken in
  html text not null,
  -- its headings of the first level: anchor, blank, text
  contents text[] not null default '{}',
  -- the same as plain text, for search
  body_text text not null,
  language text check (language in ('pl', 'en')),
  category text[] not null,
  keywords text not null,
  related text[] not null,
  valid_from timestamptz,
  valid_until timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  gone boolean not null,
  -- how often it was opened in the last 30 days, counted again every hour
  popularity integer not null default 0,
  version bigint not null
);
create index article_by_change on article (changed_at desc, id desc) where not gone;
create index article_by_category on article using gin (category) where not gone;

-- Who may read an article and why. scope is a:open (anybody), a:* (signed in), a:o:<organisation>, a:g:<group> or
-- a:p:<person>.
create table article_reader (
  scope text not null,
  article bigint not null references article on delete cascade,
  reason text not null check (reason in ('open', 'everyone', 'organisation', 'group', 'person')),
  until timestamptz,
  primary key (scope, article, reason)
);
create index article_reader_by_article on article_reader (article);
-- people whom an audience names and the mirror does not know yet
create table article_awaits (
  article bigint not null references article on delete cascade,
  person_platform_id text not null,
  primary key (person_platform_id, article)
);

-- A file belongs to an entry of a ticket or to an article.
alter table attachment alter column ticket drop not null;
alter table attachment alter column entry drop not null;
alter table attachment add column article bigint references article on delete cascade;
-- pixels, known once the content is here; so that a page reserves the place
alter table attachment add column width integer, add column height integer;
alter table attachment add constraint attachment_of check (
  (ticket is not null and entry is not null and article is null)
  or (ticket is null and entry is null and article is not null));
create index attachment_by_article on attachment (article, position) where article is not null;

-- What people do with an article, by day and without names.
create table article_use (
  article bigint not null references article on delete cascade,
  day date not null,
  opened integer not null default 0,
  primary key (article, day)
);

-- What a person said of an article; the last word counts.
create table article_verdict (
  id bigint generated always as identity primary key,
  article bigint not null references article on delete cascade,
  person bigint not null references person on delete cascade,
  helped boolean not null,
  reason text not null,
  at timestamptz not null
);
create index article_verdict_by_article on article_verdict (article, at desc);
create index article_verdict_by_person on article_verdict (person, article, at desc);

-- New tickets that were begun, and which solutions were in view meanwhile; nobody's name.
create table deflection (
  form_key text primary key,
  at timestamptz not null,
  shown text[] not null default '{}',
  opened text[] not null default '{}',
  solved text
);
create index deflection_by_time on deflection (at);

create table announcement (
  id bigint generated always as identity primary key,
  -- null when made in the portal
  platform_id text unique,
  kind text not null check (kind in ('OUTAGE', 'PLANNED_WORK', 'NEWS')),
  starts_at timestamptz not null,
  ends_at timestamptz,
  withdrawn boolean not null default false,
  changed_at timestamptz not null,
  changed_by text not null,
  version bigint not null
);
create table announcement_text (
  announcement bigint not null references announcement on delete cascade,
  -- '' for readers of any language
  language text not null check (language in ('', 'pl', 'en')),
  title text not null,
  text text not null,
  primary key (announcement, language)
);
create table announcement_reader (
  scope text not null,
  announcement bigint not null references announcement on delete cascade,
  primary key (scope, announcement)
);
create index announcement_reader_by_announcement on announcement_reader (announcement);
-- "This affects me too".
create table announcement_follower (
  announcement bigint not null references announcement on delete cascade,
  person bigint not null references person on delete cascade,
  since timestamptz not null,
  primary key (announcement, person)
);

-- ---------------------------------------------------------------- rights and the second wall

grant select, insert, update, delete on article, article_reader, article_awaits, article_use, article_verdict, deflection,
  announcement, announcement_text, announcement_reader, announcement_follower to portal_work;
grant select on article, article_reader, announcement, announcement_text, announcement_reader, announcement_follower
  to portal_page;
grant select, insert on article_verdict to portal_page;
grant insert, delete on announcement_follower to portal_page;
grant usage on sequence article_verdict_id_seq to portal_page, portal_work;

do $$
declare
  t text;
begin
  foreach t in array array['article', 'article_reader', 'article_awaits', 'article_use', 'article_verdict', 'deflection',
      'announcement', 'announcement_text', 'announcement_reader', 'announcement_follower'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy work on %I to portal_work using (true) with check (true)', t);
  end loop;
end
$$;

create policy page_read on article_reader for select to portal_page
  using ((select viewer_has('knowledge')) and scope = any (viewer_scopes()) and (until is null or until > now()));
create policy page_read on article for select to portal_page
  using ((select viewer_has('knowledge')) and not gone
    and (valid_from is null or valid_from <= now()) and (valid_until is null or valid_until > now())
    and exists (select from article_reader r
      where r.article = article.id and r.scope = any (viewer_scopes()) and (r.until is null or r.until > now())));
create policy page_own on article_verdict for select to portal_page using (person = viewer_id());
create policy page_new on article_verdict for insert to portal_page
  with check (person = viewer_id() and exists (select from article a where a.id = article_verdict.article));

drop policy page_read on attachment;
create policy page_read on attachment for select to portal_page
  using (exists (select from ticket_reader r
      where r.ticket = attachment.ticket and r.scope = any (viewer_scopes()) and (r.until is null or r.until > now()))
    or (attachment.article is not null and exists (select from article a where a.id = attachment.article)));

create policy page_read on announcement_reader for select to portal_page using (scope = any (viewer_scopes()));
create policy page_read on announcement for select to portal_page
  using (not withdrawn and starts_at <= now() and (ends_at is null or ends_at > now())
    and exists (select from announcement_reader r
      where r.announcement = announcement.id and r.scope = any (viewer_scopes())));
create policy page_read on announcement_text for select to portal_page
  using (exists (select from announcement a where a.id = announcement_text.announcement));
create policy page_own on announcement_follower to portal_page
  using (person = viewer_id())
  with check (person = viewer_id() and exists (select from announcement a where a.id = announcement_follower.announcement));

-- Session, viewer, what the viewer has and belongs to, in one read.
drop function session_with_viewer;
create function session_with_viewer(session_id text, at timestamptz)
  returns table (
    login_subject text, keycloak_sid text, created_at timestamptz, seen_at timestamptz, expires_at timestamptz,
    attributes bytea, viewed_by text,
    person bigint, platform_id text, name text, email text, language text, time_zone text, features text[], branches text[],
    audiences text[])
  language sql stable security definer set search_path = public as $$
  select s.login_subject, s.keycloak_sid, s.created_at, s.seen_at, s.expires_at, s.attributes, s.viewed_by,
    p.id, p.platform_id, p.name, l.email, coalesce(f.language, p.language), coalesce(f.time_zone, p.time_zone),
    a.features, a.branches, case when p.id is not null then audiences_of(p.id) end
  from session s
  left join login l on l.enabled
    and l.person = coalesce(s.viewed_person, (select own.person from login own where own.keycloak_id = s.login_subject))
  left join person p on p.id = l.person and p.active
  left join person_preference f on f.person = p.id
  left join lateral access_of(p.id, at) a on p.id is not null
  where s.id = session_id and s.expires_at > at
$$;
revoke execute on function session_with_viewer from public;
grant execute on function session_with_viewer to portal;
