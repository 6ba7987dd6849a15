-- What every page asks, made cheap: whose move a ticket is stands in the row that is listed, the viewer's scopes are read once
-- for a statement, and what a person has is worked out again only when something of it has changed.

-- ---------------------------------------------------------------- where a ticket stands, with the rows that lists go by

alter table ticket
  -- something a person said or wished is on its way
  add column sending boolean not null default false,
  -- something a person said or wished was refused for good
  add column refused boolean not null default false;
update ticket t set sending = e.sending, refused = e.refused
  from (select ticket, bool_or(delivery in ('SENDING', 'UNKNOWN')) as sending, bool_or(delivery = 'FAILED') as refused
    from entry where delivery <> 'DELIVERED' group by ticket) e
  where e.ticket = t.id;
-- YOURS: the person's move; OPEN: somebody else's; CLOSED; GONE: in no list
alter table ticket add column stage text not null generated always as (case
  when gone then 'GONE'
  when meaning = 'CLOSED' then 'CLOSED'
  when not sending and (meaning = 'SOLVED' or meaning = 'WAITING_FOR_PERSON' and last_author <> 'PERSON') then 'YOURS'
  else 'OPEN' end) stored;

create function ticket_follows_deliveries() returns trigger
  language plpgsql security definer set search_path = public as $$
declare
  of_ticket bigint := coalesce(new.ticket, old.ticket);
begin
  -- two deliveries at once: the second counts what the first has left
  perform from ticket where id = of_ticket for no key update;
  update ticket t set sending = e.sending, refused = e.refused
  from (select coalesce(bool_or(delivery in ('SENDING', 'UNKNOWN')), false) as sending,
      coalesce(bool_or(delivery = 'FAILED'), false) as refused
    from entry where ticket = of_ticket and delivery <> 'DELIVERED') e
  where t.id = of_ticket and (t.sending, t.refused) is distinct from (e.sending, e.refused);
  return null;
end
$$;
create trigger ticket_follows_new after insert on entry for each row
  when (new.delivery <> 'DELIVERED') execute function ticket_follows_deliveries();
create trigger ticket_follows_changed after update of delivery on entry for each row
  when (old.delivery <> new.delivery) execute function ticket_follows_deliveries();
create trigger ticket_follows_deleted after delete on entry for each row
  when (old.delivery <> 'DELIVERED') execute function ticket_follows_deliveries();

alter table ticket_reader add column stage text;
update ticket_reader r set stage = t.stage from ticket t where t.id = r.ticket;
alter table ticket_reader alter column stage set not null;
-- Lists and counts are answered from these alone, also to the policies.
drop index ticket_reader_by_change, ticket_reader_by_ticket;
create index ticket_reader_by_change on ticket_reader (scope, changed desc, ticket desc) include (stage, until);
create index ticket_reader_by_ticket on ticket_reader (ticket, scope) include (until);
create index ticket_reader_by_stage on ticket_reader (scope, stage, changed desc, ticket desc) include (until);

create function ticket_reader_takes_stage() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  -- waits for whoever moves the ticket on at this moment, since they do not see this row yet
  select t.stage into new.stage from ticket t where t.id = new.ticket for share;
  return new;
end
$$;
create trigger ticket_reader_takes_stage before insert on ticket_reader
  for each row execute function ticket_reader_takes_stage();

create function ticket_readers_follow_stage() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  update ticket_reader set stage = new.stage where ticket = new.id and stage <> new.stage;
  return null;
end
$$;
create trigger ticket_readers_follow_stage after update on ticket for each row
  when (old.stage <> new.stage) execute function ticket_readers_follow_stage();

-- ---------------------------------------------------------------- the viewer's scopes, read once for a statement

-- "offset 0": asked for each row that is shown. Without it the planner may read all that the viewer sees to show a few.

alter policy page_read on ticket_reader
  using (scope = any ((select viewer_scopes())::text[]) and (until is null or until > now()));
alter policy page_touch on ticket_reader
  using (scope = any ((select viewer_scopes())::text[])) with check (scope = any ((select viewer_scopes())::text[]));
alter policy page_read on ticket
  using (exists (select from ticket_reader r where r.ticket = ticket.id offset 0));
alter policy page_read on entry
  using (exists (select from ticket_reader r where r.ticket = entry.ticket offset 0));
alter policy page_read on attachment
  using ((attachment.ticket is not null and exists (select from ticket_reader r where r.ticket = attachment.ticket offset 0))
    or (attachment.article is not null and exists (select from article a where a.id = attachment.article offset 0)));
alter policy page_read on article_reader
  using ((select viewer_has('knowledge')) and scope = any ((select viewer_scopes())::text[])
    and (until is null or until > now()));
alter policy page_read on article
  using ((select viewer_has('knowledge')) and not gone
    and (valid_from is null or valid_from <= now()) and (valid_until is null or valid_until > now())
    and exists (select from article_reader r where r.article = article.id offset 0));
alter policy page_read on announcement_reader using (scope = any ((select viewer_scopes())::text[]));
alter policy page_read on announcement
  using (not withdrawn and starts_at <= now() and (ends_at is null or ends_at > now())
    and exists (select from announcement_reader r where r.announcement = announcement.id offset 0));

-- The newest and the most read of a language, from an index.
create index article_by_popularity on article (language, popularity desc, changed_at desc, id) where not gone;
create index article_by_language on article (language, changed_at desc, id) where not gone;

-- ---------------------------------------------------------------- what a person has, and when it may have changed

-- One row. Whoever keeps what a person has keeps this number with it, and asks again when it is another one.
create table access_version (
  id boolean primary key default true check (id),
  version bigint not null,
  -- who counted last, so that one transaction counts once
  counted_in xid8 not null
);
insert into access_version (version, counted_in) values (1, pg_current_xact_id());

-- At the end of the transaction, so that the row is held for no longer than it takes to commit.
create function access_has_changed() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  update access_version set version = version + 1, counted_in = pg_current_xact_id()
  where counted_in <> pg_current_xact_id();
  return null;
end
$$;
create constraint trigger access_has_changed after insert or update or delete on access_line
  deferrable initially deferred for each row execute function access_has_changed();
create constraint trigger access_has_changed after insert or update or delete on person_group
  deferrable initially deferred for each row execute function access_has_changed();
create constraint trigger access_has_changed_new after insert or delete on organisation
  deferrable initially deferred for each row execute function access_has_changed();
create constraint trigger access_has_changed_moved after update on organisation
  deferrable initially deferred for each row
  when ((old.platform_id, old.parent_platform_id) is distinct from (new.platform_id, new.parent_platform_id))
  execute function access_has_changed();
create constraint trigger access_has_changed_moved after update on person
  deferrable initially deferred for each row
  when (old.organisation_platform_id is distinct from new.organisation_platform_id)
  execute function access_has_changed();

-- What a person has and belongs to, and until when that holds if nothing is changed: no longer than any line.
create function access_until(whom bigint, at timestamptz)
  returns table (features text[], branches text[], audiences text[], until timestamptz)
  language sql stable security definer set search_path = public as $$
  select a.features, a.branches, audiences_of(whom), (select min(l.until) from access_line l where l.until > at)
  from access_of(whom, at) a
$$;
revoke execute on function access_until from public;
grant execute on function access_until to portal, portal_work;

-- Session and viewer in one read, with the number that says whether what was kept of the viewer still holds. A view, so that its
-- plan is kept; it reads as its owner, and only of people who have a session.
drop function session_with_viewer;
create view session_viewer as
  select s.id, s.login_subject, s.keycloak_sid, s.created_at, s.seen_at, s.expires_at, s.attributes, s.viewed_by,
    p.id as person, p.platform_id, p.name, l.email, coalesce(f.language, p.language) as language,
    coalesce(f.time_zone, p.time_zone) as time_zone, v.version as access_version
  from session s
  cross join access_version v
  left join login l on l.enabled
    and l.person = coalesce(s.viewed_person, (select own.person from login own where own.keycloak_id = s.login_subject))
  left join person p on p.id = l.person and p.active
  left join person_preference f on f.person = p.id;
grant select on session_viewer to portal;

-- Names of those who see a ticket that the viewer sees; found from the ticket's rows, however many people there are.
create or replace function ticket_reader_names(of_ticket bigint) returns setof text
  language sql stable security definer set search_path = public as $$
  select distinct p.name
  from ticket_reader r join person p on p.id = case when starts_with(r.scope, 'p:') then substr(r.scope, 3)::bigint end
  where r.ticket = of_ticket and (r.until is null or r.until > now())
    and exists (select from ticket_reader own where own.ticket = of_ticket and own.scope = any (viewer_scopes())
      and (own.until is null or own.until > now()))
  order by p.name
$$;
