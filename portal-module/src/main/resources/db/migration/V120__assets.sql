-- Assets: what the platform handed out, who has it now (readers), and who had it (holdings).

create table asset (
  id bigint generated always as identity primary key,
  platform_id text not null unique,
  kind text not null check (kind in ('DEVICE', 'LICENCE', 'ACCESSORY', 'OTHER')),
  name text not null,
  model text not null,
  maker text not null,
  code text,
  serial text,
  state text not null check (state in ('IN_STOCK', 'IN_USE', 'IN_REPAIR', 'TO_RETURN', 'RETURNED', 'LOST', 'RETIRED')),
  state_name text not null,
  held_since date,
  return_by date,
  warranty_until date,
  location text not null,
  -- further facts in order: name, value, name, value …
  fields text[] not null,
  changed_at timestamptz not null,
  gone boolean not null,
  version bigint not null
);
create index asset_by_code on asset (code) where not gone and code is not null;

-- Who has an asset now and why. scope is a:p:<person>, a:g:<group> or a:o:<organisation>.
create table asset_reader (
  scope text not null,
  asset bigint not null references asset on delete cascade,
  reason text not null check (reason in ('person', 'group', 'organisation')),
  until timestamptz,
  primary key (scope, asset)
);
create index asset_reader_by_asset on asset_reader (asset);
-- people who hold something and whom the mirror does not know yet
create table asset_awaits (
  asset bigint not null references asset on delete cascade,
  person_platform_id text not null,
  primary key (person_platform_id, asset)
);

-- Who held it since when and until when, from the changes that were seen. Name and code are what they were when it was given back:
-- whoever had it learns nothing later. An open one ("until" is null) is always a reader too.
create table asset_holding (
  id bigint generated always as identity primary key,
  asset bigint not null references asset on delete cascade,
  -- of the asset, which its former holder does not read any more
  platform_id text not null,
  scope text not null,
  name text not null,
  code text,
  kind text not null,
  since date not null,
  until date
);
create unique index asset_holding_open on asset_holding (asset, scope) where until is null;
create index asset_holding_by_scope on asset_holding (scope, until desc, id desc);
create index asset_holding_by_asset on asset_holding (asset, since);

-- By the platform's id, since the asset may come later, or never. What the person asked for stays, also on a platform without links.
create table ticket_asset (
  ticket bigint not null references ticket on delete cascade,
  asset text not null,
  asked boolean not null default false,
  primary key (ticket, asset)
);
create index ticket_asset_by_asset on ticket_asset (asset);

-- "I do not have this": the last ticket that says so.
create table asset_correction (
  asset bigint not null references asset on delete cascade,
  person bigint not null references person on delete cascade,
  ticket bigint not null references ticket on delete cascade,
  primary key (asset, person)
);

-- A file belongs to an entry of a ticket, to an article or to an asset.
alter table attachment add column asset bigint references asset on delete cascade;
alter table attachment drop constraint attachment_of;
alter table attachment add constraint attachment_of check (
  (ticket is not null and entry is not null and article is null and asset is null)
  or (ticket is null and entry is null and article is not null and asset is null)
  or (ticket is null and entry is null and article is null and asset is not null));
create index attachment_by_asset on attachment (asset, position) where asset is not null;

-- ---------------------------------------------------------------- what can be granted

alter table access_line drop constraint access_line_feature_check;
alter table access_line add constraint access_line_feature_check
  check (feature in ('knowledge', 'tickets', 'organisation-tickets', 'on-behalf', 'chat', 'messages', 'assets',
    'organisation-assets', 'documents', 'notes', 'receipts', 'second-factor'));

-- ---------------------------------------------------------------- rights and the second wall

grant select, insert, update, delete on asset, asset_reader, asset_awaits, asset_holding, ticket_asset, asset_correction to portal_work;
grant select on asset, asset_reader, asset_holding, ticket_asset to portal_page;
grant insert on ticket_asset to portal_page;

do $$
declare
  t text;
begin
  foreach t in array array['asset', 'asset_reader', 'asset_awaits', 'asset_holding', 'ticket_asset', 'asset_correction'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy work on %I to portal_work using (true) with check (true)', t);
  end loop;
end
$$;

create policy page_read on asset_reader for select to portal_page
  using ((select viewer_has('assets')) and scope = any ((select viewer_scopes())::text[])
    and (reason <> 'organisation' or (select viewer_has('organisation-assets')))
    and (until is null or until > now()));
create policy page_read on asset for select to portal_page
  using ((select viewer_has('assets')) and not gone
    and exists (select from asset_reader r where r.asset = asset.id offset 0));
-- what was shared stays with whom it was shared with: of things given back only one's own are remembered
create policy page_own on asset_holding for select to portal_page
  using ((select viewer_has('assets')) and scope = 'a:p:' || viewer_id());
create policy page_read on ticket_asset for select to portal_page
  using (exists (select from ticket_reader r where r.ticket = ticket_asset.ticket offset 0));
create policy page_new on ticket_asset for insert to portal_page
  with check (asked and is_own_new_ticket(ticket) and exists (select from asset a where a.platform_id = ticket_asset.asset));

alter policy page_read on attachment
  using ((attachment.ticket is not null and exists (select from ticket_reader r where r.ticket = attachment.ticket offset 0))
    or (attachment.article is not null and exists (select from article a where a.id = attachment.article offset 0))
    or (attachment.asset is not null and exists (select from asset a where a.id = attachment.asset offset 0)));

-- The hand-overs of an asset that the viewer has: to themselves, to a group or organisation by its name, and that somebody else had
-- it, without a name.
create function asset_hand_overs(of_asset bigint)
  returns table (whose text, name text, since date, until date)
  language sql stable security definer set search_path = public as $$
  select case when h.scope = 'a:p:' || viewer_id() then 'own'
      when h.scope like 'a:p:%' then 'other' when h.scope like 'a:g:%' then 'group' else 'organisation' end,
    case when h.scope like 'a:g:%' then substr(h.scope, 5)
      when h.scope like 'a:o:%' then coalesce((select o.name from organisation o where o.platform_id = substr(h.scope, 5)), '')
      else '' end,
    h.since, h.until
  from asset_holding h
  where h.asset = of_asset and viewer_has('assets')
    and exists (select from asset_reader r join asset a on a.id = r.asset
      where r.asset = of_asset and not a.gone and r.scope = any (viewer_scopes())
        and (r.reason <> 'organisation' or viewer_has('organisation-assets')) and (r.until is null or r.until > now()))
  order by h.since desc, h.id desc
$$;
revoke execute on function asset_hand_overs from public;
grant execute on function asset_hand_overs to portal_page;

-- The number of the ticket in which the viewer says not to have an asset, while it is open; null when there is none.
create function asset_correction_open(of_asset bigint) returns text
  language sql stable security definer set search_path = public as $$
  select t.number from asset_correction c join ticket t on t.id = c.ticket
  where c.asset = of_asset and c.person = viewer_id()
    and t.meaning not in ('SOLVED', 'CLOSED') and not t.gone and t.merged_into is null
$$;
revoke execute on function asset_correction_open from public;
grant execute on function asset_correction_open to portal_page;

-- Remembers the viewer's new ticket as the one that says so; false when another is open: of two at the same moment the second
-- finds the first.
create function asset_corrected(of_asset bigint, by_ticket bigint) returns boolean
  language plpgsql security definer set search_path = public as $$
begin
  if not is_own_new_ticket(by_ticket) then
    return false;
  end if;
  -- the second goes on when the first is there to be seen
  perform from asset a where a.id = of_asset for no key update;
  insert into asset_correction as c (asset, person, ticket) values (of_asset, viewer_id(), by_ticket)
  on conflict (asset, person) do update set ticket = excluded.ticket
    where not exists (select from ticket t where t.id = c.ticket
      and t.meaning not in ('SOLVED', 'CLOSED') and not t.gone and t.merged_into is null);
  return found;
end
$$;
revoke execute on function asset_corrected from public;
grant execute on function asset_corrected to portal_page;

-- ---------------------------------------------------------------- search

alter table search_document drop constraint search_document_kind_check;
alter table search_document add constraint search_document_kind_check
  check (kind in ('article', 'request', 'asset', 'ticket'));

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
  if 'asset' = any (kinds) and viewer_has('assets') then
    return query
      select s.kind, s.object, s.language, s.changed, s.title_words, ts_filter(s.vector, '{a,b,c,d}')
      from search_document s join asset a on a.id = s.object and not a.gone
      where s.kind = 'asset' and s.vector @@ query
        and exists (select from asset_reader r where r.asset = s.object and r.scope = any (scopes)
          and (r.reason <> 'organisation' or viewer_has('organisation-assets')) and (r.until is null or r.until > now()))
      order by s.changed desc, s.object desc limit 1000;
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
    where 'request' = any (kinds)
    union all
    select 'asset', count(*) from (select from asset_reader r where r.scope = any (scopes)
      and (r.reason <> 'organisation' or viewer_has('organisation-assets')) limit 1000) few
    where 'asset' = any (kinds);
end
$$;
