-- Which features a person has, and why: lines of an administrator, the nearest level that speaks decides.

create table person_group (
  person bigint not null references person on delete cascade,
  name text not null,
  primary key (person, name)
);
create index person_group_by_name on person_group (name);

create table access_line (
  id bigint generated always as identity primary key,
  level text not null check (level in ('INSTALLATION', 'ORGANISATION', 'GROUP', 'PERSON')),
  person bigint references person on delete cascade,
  -- the platform's id, so that lines outlive a mirror that is read again
  organisation text,
  group_name text,
  feature text not null check (feature in ('knowledge', 'tickets', 'organisation-tickets', 'chat', 'messages', 'assets',
    'documents', 'notes', 'receipts')),
  granted boolean not null,
  -- organisation-tickets only: the top of the branch whose tickets are seen; null for the person's own organisation
  branch text check (branch is null or feature = 'organisation-tickets'),
  -- the bundle it came with, null when given by itself
  profile text,
  until timestamptz,
  changed_at timestamptz not null,
  changed_by text not null,
  check (case level when 'PERSON' then person is not null and organisation is null and group_name is null
    when 'ORGANISATION' then organisation is not null and person is null and group_name is null
    when 'GROUP' then group_name is not null and person is null and organisation is null
    else person is null and organisation is null and group_name is null end),
  unique nulls not distinct (level, person, organisation, group_name, feature)
);

-- The main job works at once; an administrator may take it back.
insert into access_line (level, feature, granted, changed_at, changed_by)
  values ('INSTALLATION', 'tickets', true, now(), 'installation');

-- Tickets of these categories are seen by the people on them only, never by their organisation.
create table confidential_category (
  category text primary key,
  changed_at timestamptz not null,
  changed_by text not null
);

-- An organisation and all above it, nearest first. A circle in the register ends the walk.
create function organisations_above(bottom text) returns table (organisation text, distance integer)
  language sql stable security definer set search_path = public as $$
  with recursive above(organisation, distance, passed) as (
    select o.platform_id, 0, array[o.platform_id] from organisation o where o.platform_id = bottom
    union all
    select o.parent_platform_id, a.distance + 1, a.passed || o.parent_platform_id
    from above a join organisation o on o.platform_id = a.organisation
    where o.parent_platform_id is not null and o.parent_platform_id <> all (a.passed)
  )
  select organisation, distance from above
$$;

-- Every line that speaks about a person, and which of them decide. Pages, mails and `access explain` all read this.
create function access_lines_about(whom bigint, at timestamptz)
  returns table (id bigint, feature text, granted boolean, branch text, distance integer, decides boolean)
  language sql stable security definer set search_path = public as $$
  with lines as (
    select l.id, l.feature, l.granted, l.branch, 0 as distance from access_line l where l.level = 'PERSON' and l.person = whom
      and (l.until is null or l.until > at)
    union all
    select l.id, l.feature, l.granted, l.branch, 1 from access_line l join person_group g on g.name = l.group_name
    where l.level = 'GROUP' and g.person = whom and (l.until is null or l.until > at)
    union all
    select l.id, l.feature, l.granted, l.branch, 2 + a.distance
    from person p cross join organisations_above(p.organisation_platform_id) a
      join access_line l on l.organisation = a.organisation
    where p.id = whom and l.level = 'ORGANISATION' and (l.until is null or l.until > at)
    union all
    select l.id, l.feature, l.granted, l.branch, 1000 from access_line l where l.level = 'INSTALLATION'
      and (l.until is null or l.until > at)
  )
  select id, feature, granted, branch, distance,
    -- the nearest level; among groups, denied beats granted
    distance = min(distance) over (partition by feature)
      and granted = bool_and(granted) over (partition by feature, distance)
  from lines
$$;

-- What a person has: the names of features, and the organisations from which downwards tickets are seen.
create function access_of(whom bigint, at timestamptz, out features text[], out branches text[])
  language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(distinct l.feature), '{}'),
    coalesce(array_agg(distinct coalesce(l.branch, p.organisation_platform_id))
      filter (where l.feature = 'organisation-tickets'
        and coalesce(l.branch, p.organisation_platform_id) is not null), '{}')
  from access_lines_about(whom, at) l join person p on p.id = whom
  where l.decides and l.granted
$$;
revoke execute on function organisations_above, access_lines_about, access_of from public;
grant execute on function organisations_above, access_lines_about, access_of to portal_work;

-- Reader rows of organisations: its own and all above it, so that whoever looks from an organisation sees its branch.
alter table ticket_reader drop constraint ticket_reader_reason_check;
alter table ticket_reader add constraint ticket_reader_reason_check
  check (reason in ('requester', 'participant', 'organisation'));

create function ticket_organisation_readers(of_tickets bigint[]) returns void
  language sql security definer set search_path = public as $$
  delete from ticket_reader where ticket = any (of_tickets) and reason = 'organisation';
  insert into ticket_reader (scope, ticket, changed, reason)
  select 'o:' || a.organisation, t.id, t.changed_at, 'organisation'
  from ticket t left join person p on p.id = t.requester
    cross join organisations_above(coalesce(t.organisation_platform_id, p.organisation_platform_id)) a
  where t.id = any (of_tickets) and not t.gone and t.merged_into is null
    and not exists (select from confidential_category c where c.category = t.category)
$$;
revoke execute on function ticket_organisation_readers from public;

-- They follow whatever they are made of, in the transaction that changes it, whoever changes it.
create function ticket_readers_follow_ticket() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'INSERT' or (new.organisation_platform_id, new.requester, new.category, new.gone, new.merged_into)
      is distinct from (old.organisation_platform_id, old.requester, old.category, old.gone, old.merged_into) then
    perform ticket_organisation_readers(array[new.id]);
  elsif new.changed_at <> old.changed_at then
    update ticket_reader set changed = new.changed_at where ticket = new.id and reason = 'organisation';
  end if;
  return null;
end
$$;
create trigger ticket_readers_follow after insert or update on ticket
  for each row execute function ticket_readers_follow_ticket();

create function ticket_readers_follow_person() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  perform ticket_organisation_readers(array(select t.id from ticket t where t.requester = new.id));
  return null;
end
$$;
create trigger ticket_readers_follow after update of organisation_platform_id on person for each row
  when (old.organisation_platform_id is distinct from new.organisation_platform_id)
  execute function ticket_readers_follow_person();

create function ticket_readers_follow_organisation() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  perform ticket_organisation_readers(array(
    with recursive branch(organisation) as (
      select new.platform_id
      union
      select o.platform_id from organisation o join branch b on o.parent_platform_id = b.organisation
    )
    select t.id from ticket t left join person p on p.id = t.requester
    where coalesce(t.organisation_platform_id, p.organisation_platform_id) in (select organisation from branch)));
  return null;
end
$$;
create trigger ticket_readers_follow_new after insert on organisation
  for each row execute function ticket_readers_follow_organisation();
create trigger ticket_readers_follow_moved after update of parent_platform_id on organisation for each row
  when (old.parent_platform_id is distinct from new.parent_platform_id)
  execute function ticket_readers_follow_organisation();

create function ticket_readers_follow_category() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  perform ticket_organisation_readers(array(
    select t.id from ticket t where t.category = coalesce(new.category, old.category)));
  return null;
end
$$;
create trigger ticket_readers_follow after insert or delete on confidential_category
  for each row execute function ticket_readers_follow_category();

-- Who may write in a ticket: the people on it. Whoever sees it as one of an organisation reads it.
create function is_on_ticket(candidate bigint) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select from ticket_reader r where r.ticket = candidate and r.scope = 'p:' || viewer_id()
    and (r.until is null or r.until > now()))
$$;
revoke execute on function is_on_ticket from public;
grant execute on function is_on_ticket to portal_page;

-- Whose a ticket is; other people's rows are not the viewer's to read.
create function ticket_requester_name(of_ticket bigint) returns text
  language sql stable security definer set search_path = public as $$
  select p.name from ticket t join person p on p.id = t.requester
  where t.id = of_ticket and exists (select from ticket_reader own
    where own.ticket = of_ticket and own.scope = any (viewer_scopes()) and (own.until is null or own.until > now()))
$$;
revoke execute on function ticket_requester_name from public;
grant execute on function ticket_requester_name to portal_page;

drop policy page_new on entry;
create policy page_new on entry for insert to portal_page
  with check (author = viewer_id() and author_role = 'PERSON' and platform_id is null and channel = 'PORTAL'
    and is_on_ticket(entry.ticket));

alter table person_group enable row level security;
create policy work on person_group to portal_work using (true) with check (true);
alter table access_line enable row level security;
create policy work on access_line to portal_work using (true) with check (true);
alter table confidential_category enable row level security;
create policy work on confidential_category to portal_work using (true) with check (true);
grant select, insert, update, delete on person_group, access_line, confidential_category to portal_work;

-- Session, viewer and what the viewer has, in one read.
drop function session_with_viewer;
create function session_with_viewer(session_id text, at timestamptz)
  returns table (
    login_subject text, keycloak_sid text, created_at timestamptz, seen_at timestamptz, expires_at timestamptz,
    attributes bytea,
    person bigint, platform_id text, name text, email text, language text, time_zone text, features text[], branches text[])
  language sql stable security definer set search_path = public as $$
  select s.login_subject, s.keycloak_sid, s.created_at, s.seen_at, s.expires_at, s.attributes,
    p.id, p.platform_id, p.name, l.email, coalesce(f.language, p.language), coalesce(f.time_zone, p.time_zone),
    a.features, a.branches
  from session s
  left join login l on l.keycloak_id = s.login_subject and l.enabled
  left join person p on p.id = l.person and p.active
  left join person_preference f on f.person = p.id
  left join lateral access_of(p.id, at) a on p.id is not null
  where s.id = session_id and s.expires_at > at
$$;
revoke execute on function session_with_viewer from public;
grant execute on function session_with_viewer to portal;

select ticket_organisation_readers(array(select id from ticket));
