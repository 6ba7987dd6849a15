-- A group has whom an administrator of the portal put into it, and whom the platform says is in it.
alter table person_group
  add column by_portal boolean not null default true,
  add column by_platform boolean not null default false,
  add constraint person_group_by_somebody check (by_portal or by_platform);
