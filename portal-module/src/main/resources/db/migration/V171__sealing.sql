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
