-- Who is in a group or an organisation may use the portal, as long as they are.
create table login_rule (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('GROUP', 'ORGANISATION')),
  -- of a group the name, of an organisation the platform's id, so that rules outlive a mirror that is read again
  subject text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  unique (kind, subject)
);
alter table login_rule enable row level security;
create policy work on login_rule to portal_work using (true) with check (true);
grant select, insert, delete on login_rule to portal_work;

-- Whom rules speak of, with the oldest rule that does.
create function people_under_rules() returns table (person bigint, rule bigint)
  language sql stable security definer set search_path = public as $$
  with recursive branch(rule, organisation) as (
    select r.id, r.subject from login_rule r where r.kind = 'ORGANISATION'
    union
    select b.rule, o.platform_id from organisation o join branch b on o.parent_platform_id = b.organisation
  )
  select person, min(rule) from (
    select p.id as person, b.rule from person p join branch b on b.organisation = p.organisation_platform_id
    union all
    select g.person, r.id from person_group g join login_rule r on r.kind = 'GROUP' and r.subject = g.name
  ) spoken
  group by person
$$;
revoke execute on function people_under_rules from public;
grant execute on function people_under_rules to portal_work;
