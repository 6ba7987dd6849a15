-- What people confirmed, kept so that no change of it goes unnoticed (docs/receipts.md). Each value has a salt of its own and a hash;
-- the hashes make a leaf, the leaves a chain for each organisation, each link of which is signed by a key outside the database; seals
-- sum up what was added and leave the database. Erasing takes values, salts and the PDF; hashes and links stay.

create table confirmation (
  id bigint generated always as identity primary key,
  -- its link
  organisation bigint not null,
  seq bigint not null,
  -- for looking up: each of these is a value too, and what counts is the value. Null once erased
  person bigint,
  receipt text,
  version integer,
  check_code text unique,
  file_name text,
  pdf bytea,
  pdf_salt bytea,
  pdf_hash bytea not null,
  erased_at timestamptz,
  unique (organisation, seq),
  check ((erased_at is null) = (pdf is not null and pdf_salt is not null and check_code is not null
    and person is not null and receipt is not null and version is not null and file_name is not null))
);
create index confirmation_by_person on confirmation (person);
create index confirmation_by_receipt on confirmation (receipt, version);

create table confirmation_value (
  confirmation bigint not null references confirmation on delete cascade,
  name text not null,
  salt bytea,
  value text,
  hash bytea not null,
  primary key (confirmation, name),
  check ((salt is null) = (value is null))
);

-- One for each confirmation, and one for each erasing of one. No key leads to the confirmation: a link stays whatever becomes of it.
create table confirmation_link (
  organisation bigint not null,
  seq bigint not null check (seq > 0),
  kind text not null check (kind in ('CONFIRMED', 'ERASED')),
  -- the seq of what was erased; 0 for a confirmation
  erases bigint not null,
  at timestamptz not null,
  leaf bytea not null,
  previous bytea not null,
  hash bytea not null,
  key text not null,
  signature bytea not null,
  primary key (organisation, seq),
  check ((kind = 'ERASED') = (erases > 0))
);
create index confirmation_link_erasing on confirmation_link (organisation, erases) where erases > 0;

-- Over the links of one organisation from first_seq to last_seq. The numbers are of all organisations, without a gap.
create table confirmation_seal (
  number bigint primary key check (number > 0),
  organisation bigint not null,
  first_seq bigint not null,
  last_seq bigint not null,
  at timestamptz not null,
  root bytea not null,
  previous bytea not null,
  hash bytea not null,
  key text not null,
  signature bytea not null,
  unique (organisation, last_seq),
  check (first_seq between 1 and last_seq)
);

-- ---------------------------------------------------------------- rights and the second wall

-- what is written stays as it is, but for what erasing takes
grant select, insert on confirmation, confirmation_value, confirmation_link, confirmation_seal to portal_work;
grant update (person, receipt, version, check_code, file_name, pdf, pdf_salt, erased_at) on confirmation to portal_work;
grant update (salt, value) on confirmation_value to portal_work;
grant select on confirmation to portal_page;

do $$
declare
  t text;
begin
  foreach t in array array['confirmation', 'confirmation_value', 'confirmation_link', 'confirmation_seal'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy work on %I to portal_work using (true) with check (true)', t);
  end loop;
end
$$;

create policy page_own on confirmation for select to portal_page
  using ((select viewer_has('receipts')) and person = viewer_id());
