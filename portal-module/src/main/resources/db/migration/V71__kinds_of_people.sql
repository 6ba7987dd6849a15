-- What kind of person somebody is has become an audience: whoever keeps what a person has asks again when it changes.
create constraint trigger access_has_changed_kind after update on person
  deferrable initially deferred for each row
  when (old.kind is distinct from new.kind)
  execute function access_has_changed();

-- The viewer's scopes are read once for a statement, as everywhere.
alter policy page_read on request_kind_reader
  using ((select viewer_has('tickets')) and scope = any ((select viewer_scopes())::text[]));
alter policy page_read on request_kind
  using ((select viewer_has('tickets')) and not retired
    and exists (select from request_kind_reader r where r.kind = request_kind.id offset 0));
