-- Who has to sign in with a second factor: a line like any other, told to Keycloak as a realm role of the login.

alter table access_line drop constraint access_line_feature_check;
alter table access_line add constraint access_line_feature_check
  check (feature in ('knowledge', 'tickets', 'organisation-tickets', 'chat', 'messages', 'assets', 'documents', 'notes',
    'receipts', 'second-factor'));

-- What Keycloak was told last; null when it never was, so that a role that somebody gave there by hand stays.
alter table login add column second_factor boolean;
-- Whether an outbox row is on its way that tells it anew.
alter table login add column second_factor_asked boolean;

-- Nothing is asked of anybody while no line speaks of it, which is why the lines are looked at first.
create function second_factor_astray(at timestamptz, round integer) returns table (person bigint, must boolean)
  language sql stable security definer set search_path = public as $$
  select l.person, w.must
  from login l cross join lateral (
    select exists (select from access_lines_about(l.person, at) a
      where a.feature = 'second-factor' and a.decides and a.granted) as must) w
  where l.enabled and l.keycloak_id is not null
    and (exists (select from access_line where feature = 'second-factor') or l.second_factor)
    and coalesce(l.second_factor_asked, l.second_factor, false) <> w.must
  order by l.person limit round
$$;
revoke execute on function second_factor_astray from public;
grant execute on function second_factor_astray to portal_work;
