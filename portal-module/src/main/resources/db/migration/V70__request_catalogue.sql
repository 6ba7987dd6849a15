-- The request catalogue: what administrators applied, the kinds of request people have, and what became of which ticket.

-- The audiences a person belongs to, now also by what kind of person it is.
create or replace function audiences_of(whom bigint) returns text[]
  language sql stable security definer set search_path = public as $$
  select array['a:*', 'a:p:' || whom]
    || array(select 'a:o:' || a.organisation from person p cross join organisations_above(p.organisation_platform_id) a
      where p.id = whom)
    || array(select 'a:g:' || g.name from person_group g where g.person = whom)
    || array(select 'a:k:' || p.kind from person p where p.id = whom)
$$;

-- Every file that was applied, as it was; the last one is in force.
create table catalogue (
  id bigint generated always as identity primary key,
  source text not null,
  applied_at timestamptz not null,
  applied_by text not null
);

create table request_kind (
  id bigint generated always as identity primary key,
  -- its id in the file and in addresses
  name text not null unique,
  version integer not null,
  -- no longer in the file; tickets of it stay
  retired boolean not null default false,
  position integer not null,
  category text not null,
  category_pl text not null,
  category_en text not null,
  category_position integer not null,
  -- of the picture that is shown in place of the icon
  picture text,
  -- how many requests of it were sent in the last 90 days, counted again every hour
  popularity integer not null default 0,
  changed_at timestamptz not null
);

-- What a version of a kind asks and does. Old ones stay: drafts and tickets know theirs.
create table request_kind_version (
  kind bigint not null references request_kind on delete cascade,
  version integer not null,
  definition text not null,
  catalogue bigint not null references catalogue,
  primary key (kind, version)
);

create table request_kind_reader (
  scope text not null,
  kind bigint not null references request_kind on delete cascade,
  primary key (scope, kind)
);
create index request_kind_reader_by_kind on request_kind_reader (kind);

-- Pictures by the name that files call them, made safe and small when they were taken in.
create table catalogue_picture (
  name text primary key,
  -- SHA-256 of the given bytes, to tell a changed one, and the head of it in addresses
  hash text not null,
  original bytea not null,
  png bytea not null
);

-- Which form a ticket came from, and what goes into the platform's own fields with it.
create table ticket_request (
  ticket bigint primary key references ticket on delete cascade,
  kind bigint not null references request_kind,
  version integer not null,
  fields jsonb not null,
  at timestamptz not null
);
create index ticket_request_by_time on ticket_request (at, kind);

-- ---------------------------------------------------------------- rights and the second wall

grant select, insert, update, delete on catalogue, request_kind, request_kind_version, request_kind_reader, catalogue_picture,
  ticket_request to portal_work;
grant select on request_kind, request_kind_version, request_kind_reader, catalogue_picture to portal_page;
grant insert on ticket_request to portal_page;

do $$
declare
  t text;
begin
  foreach t in array array['catalogue', 'request_kind', 'request_kind_version', 'request_kind_reader', 'catalogue_picture',
      'ticket_request'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy work on %I to portal_work using (true) with check (true)', t);
  end loop;
end
$$;

create policy page_read on request_kind_reader for select to portal_page
  using ((select viewer_has('tickets')) and scope = any (viewer_scopes()));
create policy page_read on request_kind for select to portal_page
  using ((select viewer_has('tickets')) and not retired
    and exists (select from request_kind_reader r where r.kind = request_kind.id and r.scope = any (viewer_scopes())));
create policy page_read on request_kind_version for select to portal_page
  using (exists (select from request_kind k where k.id = request_kind_version.kind));
create policy page_read on catalogue_picture for select to portal_page
  using (exists (select from request_kind k where k.picture = catalogue_picture.name));
create policy page_new on ticket_request for insert to portal_page
  with check (is_own_new_ticket(ticket) and exists (select from request_kind k where k.id = ticket_request.kind));

-- ---------------------------------------------------------------- colleagues

-- The top of the organisation a person belongs to; without it the person's own.
create function colleague_organisations(whole_firm boolean) returns setof text
  language sql stable security definer set search_path = public as $$
  with recursive mine as (
    select p.organisation_platform_id as organisation from person p
    where p.id = viewer_id() and p.organisation_platform_id is not null
  ),
  top as (
    select case when whole_firm
        then (select a.organisation from organisations_above(m.organisation) a order by a.distance desc limit 1)
        else m.organisation end as organisation
    from mine m
  ),
  below(organisation) as (
    select coalesce(t.organisation, m.organisation) from mine m left join top t on true
    union
    select o.platform_id from organisation o join below b on o.parent_platform_id = b.organisation
  )
  select organisation from below
$$;
revoke execute on function colleague_organisations from public;

-- A name without case and the marks above and below letters, for comparing.
create function folded(name text) returns text language sql immutable parallel safe as $$
  select lower(translate(regexp_replace(normalize(name, NFD), '[\u0300-\u036f]', '', 'g'), 'łŁ', 'lL'))
$$;

-- People of the viewer's own organisation that a text names: by an address or the whole name when exact, else by the
-- beginnings of the words of a name. Agents and whoever is no longer active are nobody's colleagues here. Never more than
-- some, so that nobody reads a whole register by typing letters.
create function colleagues(typed text, exact boolean, whole_firm boolean, most integer)
  returns table (person bigint, name text, address text, organisation text)
  language sql stable security definer set search_path = public as $$
  select p.id, p.name,
    coalesce((select a.address from person_address a where a.person = p.id order by a.position limit 1), ''),
    coalesce(o.name, '')
  from person p left join organisation o on o.platform_id = p.organisation_platform_id
  where p.active and p.kind <> 'AGENT'
    and (p.id = viewer_id() or p.organisation_platform_id in (select colleague_organisations(whole_firm)))
    and case when exact
      then folded(p.name) = folded(typed)
        or exists (select from person_address a where a.person = p.id and lower(a.address) = lower(typed))
      else not exists (
        select from regexp_split_to_table(folded(typed), '\s+') word
        where word <> '' and not exists (
          select from regexp_split_to_table(folded(p.name), '[\s-]+') part where starts_with(part, word)))
      end
  order by p.name, p.id
  limit least(most, 10)
$$;
revoke execute on function colleagues from public;
grant execute on function colleagues to portal_page;

-- ---------------------------------------------------------------- search

alter table search_document drop constraint search_document_kind_check;
alter table search_document add constraint search_document_kind_check check (kind in ('article', 'request', 'ticket'));

create or replace function search_reach(kinds text[], query tsquery)
  returns table (kind text, object bigint, language text, changed timestamptz, title_words smallint, vector tsvector)
  language plpgsql stable set search_path = public set plan_cache_mode = force_custom_plan as $$
declare
  scopes text[] := viewer_scopes();
begin
  if 'ticket' = any (kinds) then
    return query
      select d.kind, d.object, d.language, d.changed, d.title_words, ts_filter(d.vector, '{a,b,c,d}')
      from (
        select s.* from search_document s
        where s.kind = 'ticket' and s.vector @@ query
          and exists (select from ticket_reader r
            where r.ticket = s.object and r.scope = any (scopes) and (r.until is null or r.until > now()))
        order by s.changed desc, s.object desc limit 1000) d
      join ticket t on t.id = d.object and not t.gone and t.merged_into is null;
  end if;
  if 'article' = any (kinds) and viewer_has('knowledge') then
    return query
      select d.kind, d.object, d.language, d.changed, d.title_words, ts_filter(d.vector, '{a,b,c,d}')
      from (
        select s.* from search_document s
        where s.kind = 'article' and s.vector @@ query
          and exists (select from article_reader r
            where r.article = s.object and r.scope = any (scopes) and (r.until is null or r.until > now()))
        order by s.changed desc, s.object desc limit 1000) d
      join article a on a.id = d.object and not a.gone
        and (a.valid_from is null or a.valid_from <= now()) and (a.valid_until is null or a.valid_until > now());
  end if;
  if 'request' = any (kinds) and viewer_has('tickets') then
    return query
      select s.kind, s.object, s.language, s.changed, s.title_words, ts_filter(s.vector, '{a,b,c,d}')
      from search_document s join request_kind k on k.id = s.object and not k.retired
      where s.kind = 'request' and s.vector @@ query
        and exists (select from request_kind_reader r where r.kind = s.object and r.scope = any (scopes));
  end if;
end
$$;

create or replace function search_seen(kinds text[]) returns table (kind text, documents bigint)
  language plpgsql stable set search_path = public set plan_cache_mode = force_custom_plan as $$
declare
  scopes text[] := viewer_scopes();
begin
  return query
    select 'ticket', count(*) from (select from ticket_reader r where r.scope = any (scopes) limit 1000) few
    where 'ticket' = any (kinds)
    union all
    select 'article', count(*) from (select from article_reader r where r.scope = any (scopes) limit 1000) few
    where 'article' = any (kinds)
    union all
    select 'request', count(*) from (select from request_kind_reader r where r.scope = any (scopes) limit 1000) few
    where 'request' = any (kinds);
end
$$;
