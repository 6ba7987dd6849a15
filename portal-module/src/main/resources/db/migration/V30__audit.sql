-- Who did what to whom, when, from where, and what it was before and after. Rows are added and never changed: by the function
-- only, and not even the owner changes one by mistake.

create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('ADMINISTRATOR', 'PERSON', 'PLATFORM', 'PORTAL')),
  actor text not null,
  -- the network address the wish came from; null when nobody called
  address text,
  -- noun and past participle, such as login.enabled
  act text not null check (act ~ '^[a-z-]+[.][a-z-]+$'),
  subject_kind text not null,
  subject text not null,
  subject_name text not null,
  before jsonb,
  after jsonb
);
create index audit_by_subject on audit (subject_kind, subject, id desc);
create index audit_by_actor on audit (actor, id desc);

create function audit_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'the audit is never changed';
end
$$;
create trigger audit_is_final before update or delete on audit for each row execute function audit_is_final();
create trigger audit_is_never_emptied before truncate on audit for each statement execute function audit_is_final();

create function audit_note(noted_at timestamptz, by_kind text, by_name text, from_address text, what text, whom_kind text,
    whom text, whom_name text, was jsonb, is_now jsonb) returns void
  language sql security definer set search_path = public as $$
  insert into audit (at, actor_kind, actor, address, act, subject_kind, subject, subject_name, before, after)
  values (noted_at, by_kind, by_name, from_address, what, whom_kind, whom, whom_name, was, is_now)
$$;
revoke execute on function audit_note from public;
grant execute on function audit_note to portal_page, portal_work;

alter table audit enable row level security;
create policy work on audit for select to portal_work using (true);
grant select on audit to portal_work;
