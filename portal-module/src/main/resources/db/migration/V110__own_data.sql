-- What the portal holds about a person, for that person: one function for each part, each of rows as JSON, each of nobody but the
-- viewer. They are the one way to these rows; what is in them is told in docs/own-data.md.

-- The addresses and logins by which a person is named where no key points at them.
create function viewer_addresses() returns setof text
  language sql stable security definer set search_path = public as $$
  select address from person_address where person = viewer_id()
  union select lower(email) from login where person = viewer_id()
  union select lower(address) from former_address where person = viewer_id()
$$;

create function viewer_login() returns text
  language sql stable security definer set search_path = public as $$
  select keycloak_id from login where person = viewer_id()
$$;

create function own_data_person() returns setof jsonb
  language sql stable security definer set search_path = public as $$
  select jsonb_build_object('name', p.name, 'kind', p.kind, 'platformId', p.platform_id, 'active', p.active,
    'organisation', (select o.name from organisation o where o.platform_id = p.organisation_platform_id),
    'addresses', (select jsonb_agg(a.address order by a.position, a.address) from person_address a where a.person = p.id),
    'formerAddresses', (select jsonb_agg(jsonb_build_object('address', f.address, 'at', f.changed_at) order by f.changed_at)
      from former_address f where f.person = p.id),
    'groups', (select jsonb_agg(g.name order by g.name) from person_group g where g.person = p.id),
    'platformLanguage', p.language, 'platformTimeZone', p.time_zone, 'portalAccess', p.portal_access,
    'language', f.language, 'timeZone', f.time_zone,
    'login', l.email, 'loginEnabled', l.enabled, 'loginChangedAt', l.changed_at, 'secondFactor', l.second_factor)
  from person p left join person_preference f on f.person = p.id left join login l on l.person = p.id
  where p.id = viewer_id()
$$;

create function own_data_rights() returns setof jsonb
  language sql stable security definer set search_path = public as $$
  select jsonb_build_object('feature', feature, 'granted', granted, 'profile', profile, 'until', until, 'at', changed_at)
  from access_line where person = viewer_id() order by feature
$$;

create function own_data_tickets() returns setof jsonb
  language sql stable security definer set search_path = public as $$
  select jsonb_build_object('number', t.number, 'subject', t.subject, 'state', t.meaning, 'category', t.category,
    'priority', t.priority, 'agent', t.agent_name, 'createdAt', t.created_at, 'changedAt', t.changed_at,
    'requester', coalesce(t.requester = viewer_id(), false),
    'answers', (select q.fields from ticket_request q where q.ticket = t.id and t.requester = viewer_id()),
    'entries', (select jsonb_agg(jsonb_build_object('at', e.at, 'author', e.author_name, 'role', e.author_role,
        'own', coalesce(e.author = viewer_id(), false), 'onBehalfOf', e.on_behalf_of, 'kind', e.kind, 'text', e.body,
        'html', e.html, 'delivery', e.delivery,
        'files', (select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'type', a.content_type, 'bytes', a.size)
          order by a.position) from attachment a where a.entry = e.id)) order by e.place, e.id)
      from entry e where e.ticket = t.id))
  from ticket t
  where not t.gone and exists (select from ticket_reader r
    where r.ticket = t.id and r.scope = 'p:' || viewer_id() and (r.until is null or r.until > now()))
  order by t.created_at, t.id
$$;

-- Files of the person's own entries and drafts, newest first, as many as fit. The hash leads to the content and is not told further.
create function own_data_files() returns table (id uuid, name text, bytes bigint, sha256 bytea)
  language sql stable security definer set search_path = public as $$
  select a.id, a.name, a.size, a.sha256 from attachment a join entry e on e.id = a.entry
  where e.author = viewer_id() and a.sha256 is not null
    and exists (select from ticket_reader r
      where r.ticket = a.ticket and r.scope = 'p:' || viewer_id() and (r.until is null or r.until > now()))
  union all
  select f.id, f.name, f.size, f.sha256 from draft_file f join draft d on d.id = f.draft where d.person = viewer_id()
$$;

create function own_data_participations() returns setof jsonb
  language sql stable security definer set search_path = public as $$
  select jsonb_build_object('ticket', t.number, 'takesPart', p.takes_part, 'at', p.at, 'onBehalfOf', p.on_behalf_of,
    'person', (select o.name from person o where o.id = p.person), 'askedByMe', p.asked_by = viewer_id(),
    'delivery', p.delivery)
  from ticket_participation p join ticket t on t.id = p.ticket
  where (p.person = viewer_id() or p.asked_by = viewer_id()) and exists (select from ticket_reader r
    where r.ticket = t.id and r.scope = 'p:' || viewer_id() and (r.until is null or r.until > now()))
  order by p.at
$$;

create function own_data_shares() returns setof jsonb
  language sql stable security definer set search_path = public as $$
  select jsonb_build_object('ticket', t.number, 'subject', t.subject, 'until', s.until, 'at', s.at,
    'sharedByMe', s.shared_by = viewer_id(),
    'person', (select p.name from person p where p.id = case when s.person = viewer_id() then s.shared_by else s.person end))
  from ticket_share s join ticket t on t.id = s.ticket
  where s.person = viewer_id() and s.until > now() or s.shared_by = viewer_id()
  order by s.at
$$;

create function own_data_stand_ins() returns setof jsonb
  language sql stable security definer set search_path = public as $$
  select jsonb_build_object('forMe', s.person = viewer_id(), 'from', s.from_at, 'until', s.until, 'at', s.set_at,
    'person', (select p.name from person p where p.id = case when s.person = viewer_id() then s.stand_in else s.person end))
  from stand_in s where s.person = viewer_id() or s.stand_in = viewer_id() order by s.from_at
$$;

create function own_data_approvals() returns setof jsonb
  language sql stable security definer set search_path = public as $$
  select jsonb_build_object('ticket', t.number, 'question', a.question, 'state', a.state, 'requestedAt', a.requested_at,
    'dueAt', a.due_at, 'decidedAt', a.decided_at, 'reason', a.reason, 'remindedAt', a.told_at,
    'words', (select jsonb_agg(jsonb_build_object('decision', w.decision, 'text', w.text, 'at', w.at, 'delivery', w.delivery)
      order by w.at, w.id) from approval_word w where w.approval = a.id and w.person = viewer_id()))
  from approval a join ticket t on t.id = a.ticket where a.approver = viewer_id() order by a.requested_at
$$;

create function own_data_ratings() returns setof jsonb
  language sql stable security definer set search_path = public as $$
  select jsonb_build_object('ticket', t.number, 'score', r.score, 'comment', r.comment, 'at', r.at, 'delivery', r.delivery)
  from ticket_rating r join ticket t on t.id = r.ticket where r.person = viewer_id() order by r.at
$$;

create function own_data_drafts() returns setof jsonb
  language sql stable security definer set search_path = public as $$
  select jsonb_build_object('form', d.form, 'fields', d.fields::jsonb, 'createdAt', d.created_at, 'changedAt', d.changed_at,
    'files', (select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'type', f.content_type, 'bytes', f.size)
      order by f.position) from draft_file f where f.draft = d.id))
  from draft d where d.person = viewer_id() order by d.changed_at
$$;

create function own_data_verdicts() returns setof jsonb
  language sql stable security definer set search_path = public as $$
  select jsonb_build_object('article', a.title, 'helped', v.helped, 'reason', v.reason, 'at', v.at)
  from article_verdict v join article a on a.id = v.article where v.person = viewer_id() order by v.at
$$;

create function own_data_followed() returns setof jsonb
  language sql stable security definer set search_path = public as $$
  select jsonb_build_object('announcement', (select x.title from announcement_text x where x.announcement = f.announcement
      order by x.language desc limit 1), 'at', f.since)
  from announcement_follower f where f.person = viewer_id() order by f.since
$$;

create function own_data_sessions() returns setof jsonb
  language sql stable security definer set search_path = public as $$
  select jsonb_build_object('device', s.device, 'address', s.address, 'at', s.created_at, 'usedAt', s.seen_at,
    'until', s.expires_at)
  from session s where s.login_subject = viewer_login() and s.viewed_person is null and s.expires_at > now()
  order by s.created_at
$$;

create function own_data_sign_ins() returns setof jsonb
  language sql stable security definer set search_path = public as $$
  select to_jsonb(x) from (
    select at, address, device, true as succeeded from sign_in where login_subject = viewer_login()
    union all
    select at, address, null, false from failed_sign_in where login_subject = viewer_login()) x
  order by x.at
$$;

create function own_data_notifications() returns setof jsonb
  language sql stable security definer set search_path = public as $$
  select jsonb_build_object('kind', n.kind, 'ticket', t.number, 'at', n.created_at, 'sentAt', n.sent_at, 'skipped', n.skipped,
    'readAt', n.read_at, 'mail', n.mail, 'standsFor', n.stands_for_name)
  from notification n left join ticket t on t.id = n.ticket where n.person = viewer_id() order by n.created_at, n.id
$$;

create function own_data_notification_choices() returns setof jsonb
  language sql stable security definer set search_path = public as $$
  select jsonb_build_object('topic', topic, 'mail', mail) from notification_preference where person = viewer_id()
  union all
  select jsonb_build_object('topic', 'DIGEST', 'hour', hour) from digest_preference where person = viewer_id()
$$;

create function own_data_mutes() returns setof jsonb
  language sql stable security definer set search_path = public as $$
  select jsonb_build_object('ticket', t.number, 'at', m.at)
  from ticket_mute m join ticket t on t.id = m.ticket where m.person = viewer_id() order by m.at
$$;

create function own_data_digests() returns setof jsonb
  language sql stable security definer set search_path = public as $$
  select jsonb_build_object('at', created_at, 'sentAt', sent_at, 'skipped', skipped)
  from digest where person = viewer_id() order by id
$$;

-- In PL/pgSQL, which looks for its tables when it is called: those of assets come with a later migration.
create function own_data_assets() returns setof jsonb
  language plpgsql stable security definer set search_path = public as $$
begin
  return query select jsonb_build_object('name', h.name, 'code', h.code, 'kind', h.kind, 'since', h.since, 'until', h.until,
    'ticket', (select t.number from asset_correction c join ticket t on t.id = c.ticket
      where c.asset = h.asset and c.person = viewer_id()))
  from asset_holding h where h.scope = 'a:p:' || viewer_id() order by h.since, h.id;
end
$$;

create function own_data_letters() returns setof jsonb
  language sql stable security definer set search_path = public as $$
  select jsonb_build_object('kind', kind, 'recipient', recipient, 'at', sent_at)
  from letter_log where recipient in (select viewer_addresses()) order by sent_at, id
$$;

create function own_data_mails() returns setof jsonb
  language sql stable security definer set search_path = public as $$
  select jsonb_build_object('at', received_at, 'sender', sender, 'subject', subject, 'verdict', verdict,
    'bytes', octet_length(raw), 'ticket', (select t.number from ticket t where t.id = inbound_mail.ticket))
  from inbound_mail where person = viewer_id() order by received_at, id
$$;

create function own_data_deliveries() returns setof jsonb
  language sql stable security definer set search_path = public as $$
  select jsonb_build_object('topic', topic, 'at', created_at, 'state', state, 'finishedAt', finished_at)
  from outbox where person = viewer_id() order by id
$$;

-- Of others who did something to the person it is told as what they acted, not who they are; from where only of the person's own.
create function own_data_deeds() returns setof jsonb
  language sql stable security definer set search_path = public as $$
  select jsonb_build_object('at', a.at, 'act', a.act, 'by', a.actor_kind, 'byMe', a.own,
    'address', case when a.own then a.address end, 'subjectKind', a.subject_kind, 'subject', a.subject_name,
    'before', a.before, 'after', a.after)
  from (select d.*, d.actor_kind = 'PERSON' and lower(d.actor) in (select viewer_addresses()) as own from audit d
    where d.subject_kind = 'person' and d.subject = viewer_id()::text
      or d.actor_kind = 'PERSON' and lower(d.actor) in (select viewer_addresses())) a
  order by a.id
$$;

-- ---------------------------------------------------------------- who fetched their data when

create table own_data_download (
  id bigint generated always as identity primary key,
  person bigint not null references person on delete cascade,
  at timestamptz not null
);
create index own_data_download_by_person on own_data_download (person, at);
alter table own_data_download enable row level security;
create policy work on own_data_download to portal_work using (true) with check (true);
grant select, insert, update, delete on own_data_download to portal_work;

create function own_data_downloads() returns setof jsonb
  language sql stable security definer set search_path = public as $$
  select jsonb_build_object('at', at) from own_data_download where person = viewer_id() order by at
$$;

-- Notes a download, when there were fewer than that many since then; one at a time for a person, or two clicks would both be the last.
create function own_data_take(moment timestamptz, since timestamptz, most integer) returns boolean
  language plpgsql security definer set search_path = public as $$
begin
  perform pg_advisory_xact_lock(hashtext('own-data'), hashtext(viewer_id()::text));
  if (select count(*) from own_data_download where person = viewer_id() and at > since) >= most then
    return false;
  end if;
  insert into own_data_download (person, at) values (viewer_id(), moment);
  return true;
end
$$;

do $$
declare
  f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'public' and (p.proname like 'own\_data\_%' or p.proname in ('viewer_addresses', 'viewer_login')) loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to portal_page', f);
  end loop;
end
$$;
