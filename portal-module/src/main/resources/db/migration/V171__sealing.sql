-- Links that no seal covers yet; what is sealed leaves. Only to find them quickly: what counts are the links.
create table confirmation_unsealed (
  organisation bigint not null,
  seq bigint not null,
  primary key (organisation, seq)
);
insert into confirmation_unsealed (organisation, seq) select organisation, seq from confirmation_link;
grant select, insert, delete on confirmation_unsealed to portal_work;
alter table confirmation_unsealed enable row level security;
create policy work on confirmation_unsealed to portal_work using (true) with check (true);

-- whoever is to be erased is found by what was confirmed, too
create index confirmation_value_person on confirmation_value (value) where name = 'person';
-- what is erased keeps no names either
grant update (name) on confirmation_value to portal_work;

-- ---------------------------------------------------------------- a person's own data

create function own_data_confirmations() returns setof jsonb
  language sql stable security definer set search_path = public as $$
  select jsonb_build_object('at', l.at, 'checkCode', c.check_code, 'file', c.file_name, 'bytes', length(c.pdf),
    'values', (select jsonb_agg(jsonb_build_object('name', v.name, 'value', v.value) order by v.name)
      from confirmation_value v where v.confirmation = c.id))
  from confirmation c join confirmation_link l on l.organisation = c.organisation and l.seq = c.seq
  where c.person = viewer_id() order by l.at, c.id
$$;
revoke execute on function own_data_confirmations from public;
grant execute on function own_data_confirmations to portal_page;
